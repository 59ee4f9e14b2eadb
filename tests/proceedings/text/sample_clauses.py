"""Regulations of short khoản that sound alike, and next drafts that join and part them: how real editors work.

Halves stay verbatim and the words that bind them change; beside each join and split stand edits that only look like
one: of two khoản that differ in a word one is dropped, or a third one put in.
"""

import random
from dataclasses import dataclass

from proceedings.text.provisions import Kind, Role
from tests.proceedings.text.sample_regulations import (
    DO,
    HEAD,
    MUST,
    WHAT,
    WHEN,
    WHO,
    Unit,
    clauses_of,
    copy,
    rewrite,
)

AND = (" và ", ", ", " và của ", "; đồng thời ")
ADDED = ("; báo cáo kết quả ", "; có nhận xét ", ", bảo đảm ", "; trao đổi trước ")


@dataclass(eq=False)
class Clause(Unit):
    """A khoản or điểm of one sentence in parts, so that it can be joined and parted where an editor would."""

    who: str = ""
    do: str = ""
    what: str = ""
    when: str = ""

    def say(self):
        self.text = " ".join(filter(None, (self.who, self.do, self.what, self.when))).capitalize() + "."


def make_clause(dice, kind=Kind.KHOAN, who="", do=""):
    who = who or (f"{dice.choice(WHO)} {dice.choice(MUST)}" if dice.random() < 0.5 else "")
    do = do or ", ".join(dice.sample(DO, dice.randint(1, 2)))
    clause = Clause(kind, who=who, do=do, what=dice.choice(WHAT), when=dice.choice(WHEN))
    clause.say()
    return clause


def make_twin(dice, clause):
    """Return a clause that differs from another in what it is about alone."""
    twin = Clause(clause.kind, who=clause.who, do=clause.do, when=clause.when)
    twin.what = dice.choice([what for what in WHAT if what not in clause.what])
    twin.say()
    return twin


def make_regulation(seed, articles=24):
    dice = random.Random(seed)
    chapters = [
        Unit(Kind.CHUONG, f"{dice.choice(HEAD)} {dice.choice(DO)} {dice.choice(WHAT)}".upper())
        for _ in range(max(1, articles // 6))
    ]
    for place in range(articles):
        chapters[place * len(chapters) // articles].units.append(make_article(dice))
    return chapters


def make_article(dice):
    article = Unit(Kind.DIEU, f"{dice.choice(HEAD)} {dice.choice(DO)} {dice.choice(WHAT)}")
    if dice.random() < 0.15:
        article.text = " ".join(make_clause(dice).text for _ in range(2))
        return article
    for _ in range(dice.randint(2, 4)):
        article.units.append(make_holder(dice) if dice.random() < 0.2 else make_clause(dice))
        if dice.random() < 0.3 and article.units[-1].text:
            article.units.append(make_twin(dice, article.units[-1]))
    return article


def make_holder(dice):
    holder = Unit(Kind.KHOAN)
    lead = make_clause(dice).text[:-1] + ":"
    holder.units = [Unit(Kind.TEXT, text=lead, role=Role.CHAPEAU)]
    holder.units += [make_clause(dice, Kind.DIEM) for _ in range(dice.randint(2, 4))]
    return holder


def edit(dice, old, rate=0.5):
    """The next draft: about this share of the articles edited, each in one way; returns the units."""
    chapters = [_copy(unit) for unit in old]
    articles = [(chapter, article) for chapter in chapters for article in chapter.units]
    for chapter, article in dice.sample(articles, int(len(articles) * rate)):
        way = dice.choice((*WAYS, *LOOKALIKES))
        way(dice, chapter, article)
    return chapters


def _copy(unit):
    if not isinstance(unit, Clause):
        made = copy(unit)
        made.units = [_copy(child) for child in unit.units]
        return made
    return Clause(unit.kind, text=unit.text, origins={unit}, who=unit.who, do=unit.do, what=unit.what,
                  when=unit.when)  # fmt: skip


def _rooms(article):
    """What clauses stand in: the article, and its khoản that hold điểm."""
    return [
        room for room in (article, *article.units) if any(isinstance(unit, Clause) for unit in room.units)
    ]


def _clauses(room):
    return [unit for unit in room.units if isinstance(unit, Clause)]


def _twins(article):
    return [
        (room, one, other)
        for room in _rooms(article)
        for one in _clauses(room)
        for other in _clauses(room)
        if one is not other and (one.who, one.do, one.when) == (other.who, other.do, other.when)
    ]


def _add(dice, text):
    return text.rstrip(".") + dice.choice(ADDED) + f"{dice.choice(DO)} {dice.choice(WHAT)}."


def _some(dice, text, share=0.4):
    return _add(dice, text) if dice.random() < share else text


def join_twins(dice, chapter, article):
    """``… đối với A trước khi …`` and ``… đối với B trước khi …`` become ``… đối với A và B trước khi …``."""
    for room, one, other in dice.sample(twins := _twins(article), min(1, len(twins))):
        one.what += dice.choice(AND) + other.what
        one.say()
        _join(dice, room, one, other, one.text)


def join_neighbours(dice, chapter, article):
    """A khoản goes to the end of the one before it, without who must do it and with other binding words."""
    room = dice.choice(_rooms(article) or [article])
    if len(clauses := _clauses(room)) > 1:
        place = dice.randrange(len(clauses) - 1)
        one, other = clauses[place : place + 2]
        words = " ".join(filter(None, (other.do, other.what, other.when if dice.random() < 0.6 else "")))
        _join(dice, room, one, other, one.text.rstrip(".") + dice.choice(AND) + words + ".")


def join_points(dice, chapter, article):
    """The last điểm of a khoản go into the khoản behind it."""
    for holder in [unit for unit in article.units if len(_clauses(unit)) > 2][:1]:
        place = article.units.index(holder) + 1
        if place < len(article.units) and isinstance(article.units[place], Clause):
            other, taken = article.units[place], _clauses(holder)[-dice.randint(1, 2) :]
            words = "; ".join(point.text.rstrip(".").lower() for point in taken)
            other.text = f"{other.text.rstrip('.')}; {words}."
            for point in taken:
                other.origins |= point.origins
                holder.units.remove(point)


def _join(dice, room, one, other, text):
    one.text = _some(dice, text)
    one.origins = one.origins | other.origins
    one.who = one.do = f"joined {id(one)}"  # not joined again
    room.units.remove(other)


def part_deeds(dice, chapter, article):
    """``X, Y về Z`` becomes ``X về Z`` and ``Y về Z``, each perhaps with more."""
    rooms = _rooms(article)
    found = [(room, one) for room in rooms for one in _clauses(room) if one.do.count(", ") == 1]
    for room, one in dice.sample(found, min(1, len(found))):
        first, second = one.do.split(", ")
        rest = Clause(
            one.kind, origins=set(one.origins), who=one.who, do=second, what=one.what, when=one.when
        )
        if dice.random() < 0.5:
            rest.when = ""
        one.do = first
        _part(dice, room, one, rest)


def part_sentence(dice, chapter, article):
    """A khoản of two parts that a semicolon binds, joined beforehand in the older draft, becomes two khoản."""
    rooms = _rooms(article)
    found = [(room, one) for room in rooms for one in _clauses(room) if len(one.text.split()) > 14]
    for room, one in dice.sample(found, min(1, len(found))):
        words = one.text.rstrip(".").split()
        place = len(words) // 2
        rest = Clause(one.kind, text=" ".join(words[place:]).capitalize() + ".", origins=set(one.origins))
        one.text = " ".join(words[:place]) + "."
        one.text, rest.text = _some(dice, one.text), _some(dice, rest.text)
        one.do = rest.do = f"parted {id(one)}"
        room.units.insert(room.units.index(one) + 1, rest)


def _part(dice, room, one, rest):
    one.say()
    rest.say()
    one.text, rest.text = _some(dice, one.text), _some(dice, rest.text)
    one.who = rest.who = f"parted {id(one)}"
    room.units.insert(room.units.index(one) + 1, rest)


def part_lone(dice, chapter, article):
    """The paragraph of an article of one becomes its khoản, a sentence each."""
    if article.text:
        sentences = [text.rstrip(".") + "." for text in article.text.split(". ")]
        article.units = [
            Unit(Kind.KHOAN, text=_some(dice, text), origins=set(article.origins)) for text in sentences
        ]
        article.text = ""


def drop_twin(dice, chapter, article):
    for room, one, other in dice.sample(twins := _twins(article), min(1, len(twins))):
        one.text = _some(dice, one.text)
        one.who = f"once a twin {id(one)}"
        room.units.remove(other)


def put_in_twin(dice, chapter, article):
    for room in dice.sample(rooms := _rooms(article), min(1, len(rooms))):
        one = dice.choice(_clauses(room))
        twin = make_twin(dice, one)
        one.text = _some(dice, one.text)
        one.who = twin.who = f"once a twin {id(one)}"
        room.units.insert(room.units.index(one) + 1, twin)


def drop_clause(dice, chapter, article):
    for room in dice.sample(rooms := _rooms(article), min(1, len(rooms))):
        if len(clauses := _clauses(room)) > 2:
            place = dice.randrange(1, len(clauses))
            clauses[place - 1].text = _some(dice, clauses[place - 1].text)
            room.units.remove(clauses[place])


def put_in_clause(dice, chapter, article):
    for room in dice.sample(rooms := _rooms(article), min(1, len(rooms))):
        one = dice.choice(_clauses(room))
        one.text = _some(dice, one.text)
        fresh = make_clause(dice, one.kind, do=one.do if dice.random() < 0.3 and len(one.do) < 40 else "")
        room.units.insert(room.units.index(one) + 1, fresh)


def add_words(dice, chapter, article):
    for room in _rooms(article):
        for one in _clauses(room):
            one.text = _some(dice, one.text)


def reword(dice, chapter, article):
    for unit in dice.sample(clauses := clauses_of(article), min(1, len(clauses))):
        for node in unit.walk():
            node.text = rewrite(dice, node.text, 0.25)


WAYS = (join_twins, join_neighbours, join_points, part_deeds, part_sentence, part_lone)
LOOKALIKES = (drop_twin, put_in_twin, drop_clause, put_in_clause, add_words, reword)
