"""The Chinese words that dates are made of. They stand without spaces; most are compounds."""

from __future__ import annotations

import re

from language.dates.words import (
    FULL_DATE,
    Meaning,
    Vocabulary,
    lexicon,
    meaning_of_full_date,
    same,
    whole,
)

_NUMERALS = {numeral: number for number, numeral in enumerate("〇一二三四五六七八九")}
_NUMERALS |= {"零": 0, "两": 2, "日": 7, "天": 7}

_KINDS: dict[str, dict[str, int]] = {
    "a_century": same(0, "世纪"),
    "a_month": same(0, "月 月份"),
    "a_quarter": same(0, "季度"),
    "a_week": same(0, "周 星期 礼拜"),
    "a_weekend": same(0, "周末"),
    "a_year": same(0, "年"),
    "about": same(0, "大约"),
    "and": same(0, "和 与"),
    "half_of_year": {"上半年": 1, "下半年": 2},
    "holiday": {"元旦": 101, "圣诞节": 1225, "国庆节": 1001, "劳动节": 501},
    "narrative_day": {"当天": 0, "当日": 0, "次日": 1, "翌日": 1},
    "of": same(0, "的"),
    "relative_day": same(-2, "前天 前日")
    | same(-1, "昨天 昨日")
    | same(0, "今天 今日")
    | same(1, "明天 明日")
    | same(2, "后天"),
    "relative_year": {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2},
    "season": {f"{season}{word}": n for n, season in enumerate("春夏秋冬", 1) for word in "季天"},
    "then": same(-1, "前") | same(1, "后"),
    "to": same(0, "至 到 — ～ ~ - –"),
    "which": same(-1, "上 上个") | same(0, "本 这 这个") | same(1, "下 下个"),
}
_COUNTED = {"天": "days", "周": "weeks", "个星期": "weeks", "个月": "months", "年": "years"}
_WORDS = lexicon(_KINDS)
_NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,3}"

_TOKEN = re.compile(
    rf"""{FULL_DATE}
    | (?P<decade>(?:[12][0-9]世纪)?[0-9]0年代)
    | (?P<year>(?<![0-9])[0-9]{{4}}年|[一二][〇零一二三四五六七八九]{{3}}年)
    | (?<![0-9.第])(?:
          (?P<month>(?:{_NUMBER})月份?)
        | (?P<date>(?:{_NUMBER})(?:日(?![内间])|(?<=[0-9])号))
        | (?P<number>(?:{_NUMBER})(?=(?:天|周|个星期|个月|年)[前后]))
      )
    | (?P<ordinal>第?(?:{_NUMBER})(?=季度|世纪|周))
    | (?P<counted>(?:天|周|个星期|个月|年)(?=[前后]))
    | (?P<which_week>[上下本这]个?(?=(?:周|星期|礼拜)[一二三四五六日天]))
    | (?P<weekday>(?<![每一两])(?:周|星期|礼拜)[一二三四五六日天])
    | (?P<end>[上中下]旬|(?<=[年月])[初底末])
    | (?P<word>[上下]半年|圣诞节|国庆节|劳动节|元旦|[前昨今明后当][天日]|[次翌]日|[前去今本明后]年
        |[春夏秋冬][季天]|周末|季度|世纪|月份?|星期|礼拜|周|年|(?:[上下]个?|本|这个?)(?=[周星礼月季年])
        |(?<=[天周期月年])[前后]|大约|[和与的至到～~–—-])
    """,
    re.VERBOSE,
)


def _meaning(token: re.Match[str]) -> Meaning | None:
    spelling = token[0]
    match token.lastgroup:
        case "word":
            return _WORDS.get(spelling)
        case "full_date":
            return meaning_of_full_date(spelling, day_first=True)
        case "counted":
            return _COUNTED[spelling], 0
        case "end":
            return "end", 0
        case "decade":
            century = re.match("([12][0-9])世纪", spelling)
            return "decade", (int(century[1]) - 1 if century else 19) * 100 + int(spelling[-4]) * 10
        case "which_week":
            return "which_week", _WORDS[spelling][1]
        case "weekday":
            return "weekday", _number(spelling[-1]) - 1
        case "year":
            return "year", _year(spelling[:4])
        case kind:
            return _within_calendar(kind or "", _number(spelling.strip("第月份日号")))


def _within_calendar(kind: str, number: int) -> Meaning | None:
    most = {"month": 12, "date": 31}.get(kind, 100)
    return (kind, number) if 1 <= number <= most else None


def _year(digits: str) -> int:
    return int("".join(str(_NUMERALS.get(digit, digit)) for digit in digits))


def _number(numerals: str) -> int:
    """A number up to 99, in figures or as 二十五."""
    if numerals.isdigit():
        return int(numerals)
    tens, ten, ones = numerals.rpartition("十")
    tens_digit = _NUMERALS.get(tens, 1) if ten else 0
    return 10 * tens_digit + _NUMERALS.get(ones, 0)


CHINESE = Vocabulary(_TOKEN, _meaning, whole)
