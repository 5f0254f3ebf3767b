"""What a title and an abstract claim, pulled out by rule: one call, no model, no network.

    >>> [fact.text for fact in claims("A 7B model", "It is 3x faster on GSM8K.")]
    ['7B', '3x', 'GSM8K']

Rules read a text of any length in time that grows with it, also one that was
made to be slow. `EDITION` counts up when they would read an old paper otherwise.
"""

from paperdesk.domain.claims.reading import EDITION, claims

__all__ = ["EDITION", "claims"]
