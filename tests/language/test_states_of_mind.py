"""What someone is afraid, sure, critical or in favour of."""

import pytest

from language.quotes.suggestions import quote_suggestions
from language.segments import Segments


def texts(spans):
    return " … ".join(span.text for span in spans)


def found(text):
    """Source, cue and content of each quote suggested."""
    quotes = [each.record for each in quote_suggestions(Segments(text), [])]
    return [(texts(each.source), texts(each.cue), texts(each.content)) for each in quotes]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "Savik is afraid that the dam will break.",
            ("Savik", "is afraid", "that the dam will break"),
        ),
        ("Orlen was sure he would win.", ("Orlen", "was sure", "he would win")),
        (
            "The aides were coy about whether they would resign.",
            ("The aides", "were coy about", "whether they would resign"),
        ),
        ("They weren’t sure if it rained.", ("They", "weren’t sure", "if it rained")),
        ("He was reluctant to leave.", ("He", "was reluctant", "to leave")),
        (
            "They were not too concerned about this shift.",
            ("They", "were not too concerned about", "this shift"),
        ),
        (
            "Tellis has been open to talks.",
            ("Tellis", "has been open to", "talks"),
        ),
        (
            "Savik remains opposed to the pact.",
            ("Savik", "remains opposed to", "the pact"),
        ),
        (
            "Orlen became interested in the mines.",
            ("Orlen", "became interested in", "the mines"),
        ),
        ("The union is against it.", ("The union", "is against", "it")),
        (
            "Kethany is in favour of a vote.",
            ("Kethany", "is in favour of", "a vote"),
        ),
        (
            "She is a staunch opponent of the bill.",
            ("She", "is a staunch opponent of", "the bill"),
        ),
    ],
)
def test_it_is_reported(text, quote):
    assert found(text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "The road was open to traffic.",
        "The price is sensitive to rain.",
        "Savik was ready.",
        "Savik was happy",
        "The mayor is a",
    ],
)
def test_what_is_no_mind_is_not(text):
    assert found(text) == []


def test_what_is_said_of_the_subject_ends_where_its_sentence_goes_on():
    text = "Tellis, who is a critic of the mayor, says that the port is lost."
    assert ("who", "is a critic of", "the mayor") in found(text)
