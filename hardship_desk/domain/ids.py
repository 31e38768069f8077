"""The names things are known by; each is text with a type of its own."""

from typing import NewType

CaseId = NewType("CaseId", str)
CaseNumber = NewType("CaseNumber", str)
ConversationId = NewType("ConversationId", str)
DecisionId = NewType("DecisionId", str)
DecisionTypeId = NewType("DecisionTypeId", str)
EvidenceId = NewType("EvidenceId", str)
FindingId = NewType("FindingId", str)
FlagId = NewType("FlagId", str)
Gemeentecode = NewType("Gemeentecode", str)
LineId = NewType("LineId", str)
OutcomeId = NewType("OutcomeId", str)
PersonId = NewType("PersonId", str)
PluginId = NewType("PluginId", str)
QuestionId = NewType("QuestionId", str)
SentenceId = NewType("SentenceId", str)

LANDELIJK = Gemeentecode("landelijk")
"""Stands in for a gemeentecode where only national rules are wanted."""
