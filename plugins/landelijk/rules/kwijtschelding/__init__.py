"""Kwijtschelding: ten years or half at once after a breach, local years beside it, and fines."""
