"""What a Chinese sentence reports: X说：“…” / “…，”X说，“…” / X表示，… / 据X介绍，…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from language.quotes.reported_sentence import Report, Sentence, Stretch
from language.quotes.reporting_words import alternatives
from language.word_lists import words_of

_VERBS: Final = alternatives(
    words_of(
        "说道 写道 说 表示 强调 指出 认为 称 透露 宣布 介绍说 回应说 回应称 重申 补充说 坦言 警告说"
        " 告诉记者 预计 呼吁 声称 表明 承认 解释说 写"
    )
)
_SAID: Final = re.compile(
    rf"(?P<source>(?![对在就于并也向])[^，。；：！？、“”‘’「」\s\ue000（）]{{1,40}}?)"
    rf"(?P<setting>(?:(?:当天|当日|今天|昨天|昨日|日前|近日|[本上下]?(?:周|星期)[一二三四五六日天]|还|也|则|并|又|同时|随后)|(?:在|对|向|就|于|\d+日)[^，。；：\ue000]{{0,20}})*)"
    rf"(?P<cue>{_VERBS})(?P<mark>[，：:,]\s*|(?=。)|(?=\ue000)|(?<!表示)(?=[^，。：:,“”了过出的]))"
)
_BY_ACCOUNT: Final = re.compile(
    r"(?P<cue>据)(?P<source>[^，。；：\ue000]{1,30}?)(?P<verb>介绍|报道|透露|称|说|消息)[，,]"
)


def chinese_reports(sentence: Sentence) -> Iterator[Report]:
    """What a sentence reports."""
    for match in _BY_ACCOUNT.finditer(sentence.masked, sentence.start, sentence.end):
        cue = (match.span("cue"), match.span("verb"))
        yield Report(((match.end(), sentence.last),), cue, (match.span("source"),))
    for match in _SAID.finditer(sentence.masked, sentence.start, sentence.end):
        if content := _content(sentence, match):
            yield Report(content, (match.span("cue"),), (match.span("source"),))


def _content(sentence: Sentence, match: re.Match[str]) -> tuple[Stretch, ...]:
    parts = []
    before = sentence.quotation_at(match.start() - 1) if match.start() else None
    if before and (sentence.text[before[1] - 2] in "，," or match.end() >= sentence.last):
        parts.append(before)
    after = sentence.quotation_at(match.end())
    if after:
        parts.append(after)
    elif not parts and match.end() < sentence.last:
        parts.append((match.end(), sentence.last))
    return tuple(parts)
