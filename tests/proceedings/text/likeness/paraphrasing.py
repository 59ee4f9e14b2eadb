"""Paraphrases made from opinions by fixed seeds, at three strengths, and the pairs that belong together."""

import itertools
import random
import re
from dataclasses import dataclass
from enum import IntEnum

from proceedings.text.likeness import Said
from tests.proceedings.text.likeness.opinions import RITUALS, read_opinions


class Strength(IntEnum):
    """How far a paraphrase is from what it says."""

    LIGHT = 1  # other synonyms and a ritual before
    MIDDLE = 2  # also abbreviations, and words that bind left out
    STRONG = 3  # also clauses in another order, and some words lost


#: Swaps either way; a list of its own, so that the engine's tables are not tested against themselves.
SWAPS = (
    ("đề nghị", "kiến nghị"),
    ("bổ sung", "thêm"),
    ("lược bỏ", "bỏ"),
    ("hằng năm", "hàng năm"),
    ("cần", "phải"),
    ("để", "nhằm"),
    ("quy định", "nêu"),
    ("thời hạn", "thời gian"),
    ("ít nhất", "tối thiểu"),
    ("họp", "hội nghị"),
    ("tài liệu", "hồ sơ"),
    ("thực hiện", "triển khai"),
    ("lấy ý kiến", "xin ý kiến"),
    ("khi", "lúc"),
    ("vì", "do"),
    ("làm rõ", "nói rõ"),
    ("thường xuyên", "liên tục"),
    ("phối hợp", "cộng tác"),
    ("công việc", "việc"),
    ("bảo đảm", "đảm bảo"),
)
SHORT = (
    ("Ban Thường vụ", "BTV"),
    ("Công an Trung ương", "CATW"),
    ("Văn phòng Trung ương", "VPTW"),
    ("Mặt trận Tổ quốc", "MTTQ"),
    ("Ủy ban nhân dân", "UBND"),
)
BINDING = {"các", "những", "của", "việc", "về", "trong", "thì", "là", "mà", "được", "này", "cho", "rằng"}


@dataclass(frozen=True)
class Told:
    """A point, the opinion it says, and whether somebody wrote it (or a seed made it)."""

    said: Said
    meaning: str
    is_by_hand: bool


def paraphrase(dice, text, strength):
    """Return a text in other words, the meaning kept."""
    for one, other in SWAPS:
        if dice.random() < 0.5:
            text = _swap(text, *((one, other) if one in text.lower() else (other, one)))
    if strength >= Strength.MIDDLE:
        for long, short in SHORT:
            text = text.replace(long, short)
        text = " ".join(word for word in text.split() if word.lower() not in BINDING or dice.random() < 0.4)
    if strength >= Strength.STRONG:
        text = _lose_words(dice, _turn_clauses(text))
    ritual = dice.choice(RITUALS)
    return ritual + text


def _swap(text, one, other):
    return re.sub(
        rf"(?i)(?<!thay )\b{one}\b",
        lambda found: other.capitalize() if found[0][0].isupper() else other,
        text,
        count=1,
    )


def _turn_clauses(text):
    clauses = re.split(r"[,;:] ", text.rstrip("."))
    return ", ".join(clauses[1:] + clauses[:1])


def _lose_words(dice, text):
    """Leave out one word in eight, never a number or what turns the meaning."""
    kept = re.compile(
        r"\d|không|chưa|bỏ|giữ|thêm|bổ|sung|sửa|trước|sau|một|hai|năm|mười|ngày|tháng|nhất|trí", re.I
    )
    return " ".join(word for word in text.split() if kept.search(word) or dice.random() > 1 / 8)


def list_told(is_held_out, made=3):
    """Return the points of one part: opinions, what was written of them, hard negatives, and ``made`` of each seed."""
    told = []
    for opinion in read_opinions():
        if opinion.number % 2 == is_held_out:
            told.extend(_tell(opinion, made))
    return [
        Told(Said(key, text, anchor, "", kind), meaning, by_hand)
        for key, (text, anchor, kind, meaning, by_hand) in enumerate(told)
    ]


def _tell(opinion, made):
    dice = random.Random(opinion.number)
    meaning = f"{opinion.number}"
    texts = [opinion.text, *opinion.paraphrases]
    for text in texts:
        yield dice.choice(RITUALS) + text, _place(dice, opinion.anchor), opinion.kind, meaning, True
    for place, text in enumerate(opinion.others):
        yield dice.choice(RITUALS) + text, opinion.anchor, "", f"{meaning}!{place}", True
    for text, strength in itertools.islice(itertools.product(texts, Strength), made):
        yield paraphrase(dice, text, strength), _place(dice, opinion.anchor), opinion.kind, meaning, False


def _place(dice, anchor):
    """Return where an editor may have put it: mostly right, sometimes the unit above or nowhere."""
    return dice.choices((anchor, anchor.rpartition(".")[0] or anchor, ""), (70, 15, 15))[0]


def make_points(count, seed=7):
    """Return so many points as a large workshop has them: about 30 words, each matter said by one to eight bodies.

    A matter joins the beginning of one opinion, the end of another and a subject from a third; only their words
    matter, not their sense.
    """
    dice = random.Random(seed)
    texts = [
        text for opinion in read_opinions() for text in (opinion.text, *opinion.paraphrases, *opinion.others)
    ]
    points = []
    while len(points) < count:
        matter, anchor = _make_matter(dice, texts), f"dieu-{dice.randint(1, 40)}.khoan-{dice.randint(1, 6)}"
        for _ in range(min(dice.choice((1, 1, 1, 2, 3, 8)), count - len(points))):
            text = paraphrase(dice, matter, dice.choice(list(Strength)))
            points.append(Said(len(points) + 1, text, _place(dice, anchor)))
    return points


def _make_matter(dice, texts):
    begins, ends, third = (dice.choice(texts).split() for _ in range(3))
    place = dice.randrange(max(1, len(third) - 5))
    words = begins[: len(begins) * 2 // 3] + third[place : place + 5] + ends[len(ends) // 3 :]
    return f"{' '.join(words)} (nhóm {dice.randint(1, 900)})"
