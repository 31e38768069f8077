"""The rules on a decision on an objection: terms and grounds (Awb 6:7-6:9, 7:10-7:12)."""
