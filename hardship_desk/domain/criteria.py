"""The nineteen criteria for the human measure that every report accounts for."""

from enum import StrEnum


class Criterion(StrEnum):
    """Ids of the criteria of legislation (W), enforcement (H) and service (D)."""

    W1A = "W1a"
    W1B = "W1b"
    W2 = "W2"
    W3 = "W3"
    W4 = "W4"
    W5 = "W5"
    W6A = "W6a"
    W6B = "W6b"
    W7 = "W7"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    D5 = "D5"
