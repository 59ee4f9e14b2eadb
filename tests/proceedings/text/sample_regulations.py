"""Sample regulations and their next drafts for tests: sentences of our own, no words of a real body.

Every unit carries the ids of the units it came from, so that what became of each is known.
"""

import json
import random
import re
from dataclasses import dataclass, field
from itertools import count

from proceedings.text.provisions import LETTERS, Kind, Provision, Role, with_paths
from tests.submissions import real_files


def _parts(text):
    return [" ".join(part.split()) for part in text.split(";")]


WHO = _parts(
    """
    cơ quan chủ trì; đơn vị soạn thảo; tổ giúp việc; văn phòng; bộ phận tiếp nhận; người đứng đầu đơn vị; cơ
    quan phối hợp; thư ký hội thảo; ban tổ chức mẫu; chuyên viên theo dõi; đoàn kiểm tra; bộ phận lưu trữ;
    phòng tổng hợp; đơn vị thẩm tra
    """
)
MUST = _parts(
    """
    có trách nhiệm; phải; chủ động; kịp thời; được giao; có quyền; định kỳ; phối hợp; thống nhất; xem xét
    """
)
DO = _parts(
    """
    lập danh mục; gửi báo cáo; cập nhật số liệu; tổng hợp ý kiến; trình bày phương án; rà soát hồ sơ; công
    bố kết quả; lưu giữ bản gốc; kiểm tra tiến độ; đề xuất sửa đổi; bố trí kinh phí; mời đại biểu; phân công
    người theo dõi; giải trình nội dung; đánh giá tác động; lấy ý kiến góp ý; chuẩn bị tài liệu; ghi biên
    bản; xác nhận chữ ký; thông báo lịch họp
    """
)
WHAT = _parts(
    """
    về việc quản lý tài sản công; đối với dự án trọng điểm; của các xã vùng cao; theo mẫu kèm theo; liên
    quan đến đất rừng; về đào tạo cán bộ trẻ; cho người cao tuổi; trong lĩnh vực y tế; về an toàn thực phẩm;
    thuộc chương trình nước sạch; về phòng cháy và chữa cháy; trên môi trường điện tử; về chuyển đổi số; của
    tổ chức cơ sở; về bảo vệ nguồn nước; đối với hồ sơ quá hạn; về nhà ở công vụ; trong trường học; của hợp
    tác xã; về giao thông nông thôn; cho lao động nữ; về trồng cây chắn sóng; đối với làng nghề; của thư
    viện huyện; về bảo tàng; trong mùa mưa lũ
    """
)
WHEN = _parts(
    """
    trước ngày 15 hằng tháng; chậm nhất là 5 ngày làm việc; khi có yêu cầu bằng văn bản; trong quý I; sau
    khi được phê duyệt; tại kỳ họp gần nhất; trong thời hạn 30 ngày; ngay trong ngày; theo kế hoạch năm; trừ
    trường hợp bất khả kháng; khi hết thời hạn công khai; vào tuần cuối của quý; trước khi ký ban hành;
    trong giờ hành chính; ít nhất hai lần mỗi năm
    """
)
HEAD = _parts(
    """
    Phạm vi; Đối tượng; Nguyên tắc; Trách nhiệm; Quyền hạn; Trình tự; Hồ sơ; Thời hạn; Kinh phí; Kiểm tra;
    Chế độ; Quan hệ; Tổ chức
    """
)


@dataclass(eq=False)
class Unit:
    kind: Kind
    heading: str = ""
    text: str = ""
    role: Role = Role.PLAIN
    units: list["Unit"] = field(default_factory=list)
    origins: set = field(default_factory=set)
    number: str = ""

    def walk(self):
        yield self
        for unit in self.units:
            yield from unit.walk()


def say(dice, clauses=1):
    parts = [" ".join(dice.choice(words) for words in (WHO, MUST, DO, WHAT, WHEN)) for _ in range(clauses)]
    return ("; ".join(parts) + ".").capitalize()


def make_regulation(seed, articles=40):
    dice = random.Random(seed)
    chapters = [
        Unit(Kind.CHUONG, f"{dice.choice(HEAD)} {dice.choice(DO)} {dice.choice(WHAT)}".upper())
        for _ in range(max(1, articles // 8))
    ]
    for place in range(articles):
        chapters[place * len(chapters) // articles].units.append(make_article(dice))
    return chapters


def make_article(dice):
    article = Unit(Kind.DIEU, f"{dice.choice(HEAD)} {dice.choice(DO)} {dice.choice(WHAT)}")
    if dice.random() < 0.2:
        article.text = say(dice, 2)
    else:
        article.units = [make_clause(dice) for _ in range(dice.randint(2, 5))]
    return article


def make_clause(dice):
    clause = Unit(Kind.KHOAN)
    if dice.random() < 0.35:
        clause.units = [Unit(Kind.TEXT, text=say(dice)[:-1] + ":", role=Role.CHAPEAU)]
        clause.units += [Unit(Kind.DIEM, text=say(dice)) for _ in range(dice.randint(2, 4))]
    else:
        clause.text = say(dice, dice.randint(1, 3))
    return clause


ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def build(units, marks=None):
    """Units as a tree with paths, numbered anew; and the path of each unit."""
    articles = count(1)
    paths = {}

    def one(unit, place):
        number = {
            Kind.CHUONG: (*ROMAN, *map(str, range(11, 99)))[place] if place < 90 else "",
            Kind.DIEU: "",
            Kind.KHOAN: str(place + 1),
            Kind.DIEM: LETTERS[place % len(LETTERS)],
        }.get(unit.kind, "")
        if unit.kind is Kind.DIEU:
            number = str(next(articles))
        mark = {
            Kind.CHUONG: f"Chương {number}", Kind.DIEU: f"Điều {number}.",
            Kind.KHOAN: f"{number}.", Kind.DIEM: f"{number})",
        }.get(unit.kind, "")  # fmt: skip
        unit.number = number
        places = {}
        children = []
        for child in unit.units:
            places[child.kind] = places.get(child.kind, -1) + 1
            children.append(one(child, places[child.kind]))
        return Provision(unit.kind, number, unit.heading, unit.text, mark, unit.role, "", tuple(children))

    tree = with_paths([one(unit, place) for place, unit in enumerate(units)])
    flat_units = [node for unit in units for node in unit.walk()]
    flat_paths = [node.path for provision in tree for node in provision.walk()]
    paths = dict(zip(flat_units, flat_paths, strict=True))
    return tree, paths


def copy(unit):
    """A copy for the next draft that knows where it came from."""
    return Unit(unit.kind, unit.heading, unit.text, unit.role, [copy(child) for child in unit.units], {unit})


def rewrite(dice, text, share=0.3):
    """Words replaced by others, about this share of them."""
    pool = " ".join((*WHAT, *DO, *WHEN)).split()
    words = text.split(" ")
    for place in range(len(words)):
        if dice.random() < share:
            words[place] = dice.choice(pool)
    return " ".join(words)


def edit(dice, old, rate=0.25):
    """The next draft: about this share of the articles edited, each in one way; returns the units."""
    chapters = [copy(unit) for unit in old]
    ways = (rewrite_clause, delete_clause, insert_clause, move_clause, split_clause, merge_clauses,
            rewrite_article, delete_article, insert_article, move_article, split_article, swap_clauses)  # fmt: skip
    articles = [(chapter, article) for chapter in chapters for article in chapter.units]
    for chapter, article in dice.sample(articles, int(len(articles) * rate)):
        if article in chapter.units:
            dice.choice(ways)(dice, chapters, chapter, article)
    return chapters


def clauses_of(article):
    return [unit for unit in article.units if unit.kind is Kind.KHOAN]


def rewrite_clause(dice, chapters, chapter, article):
    for unit in dice.sample(article.units, 1) if article.units else [article]:
        for node in unit.walk():
            node.text = rewrite(dice, node.text)


def rewrite_article(dice, chapters, chapter, article):
    for node in article.walk():
        node.text = rewrite(dice, node.text)


def delete_clause(dice, chapters, chapter, article):
    if len(clauses_of(article)) > 2:
        article.units.remove(dice.choice(clauses_of(article)))


def insert_clause(dice, chapters, chapter, article):
    if article.units:
        article.units.insert(dice.randint(0, len(article.units)), make_clause(dice))


def move_clause(dice, chapters, chapter, article):
    if len(clauses_of(article)) > 2:
        clause = dice.choice(clauses_of(article))
        others = [
            other for room in chapters for other in room.units if clauses_of(other) and other is not article
        ]
        article.units.remove(clause)
        target = dice.choice(others).units if others else article.units
        target.insert(dice.randint(0, len(target)), clause)


def swap_clauses(dice, chapters, chapter, article):
    if len(article.units) > 1:
        place = dice.randint(0, len(article.units) - 2)
        article.units[place : place + 2] = article.units[place : place + 2][::-1]


def split_clause(dice, chapters, chapter, article):
    long = [clause for clause in clauses_of(article) if clause.text.count("; ") and len(clause.origins) == 1]
    if long:
        clause = dice.choice(long)
        first, second = clause.text.split("; ", 1)
        clause.text = first + "."
        rest = Unit(Kind.KHOAN, text=second.capitalize(), origins=set(clause.origins))
        article.units.insert(article.units.index(clause) + 1, rest)


def merge_clauses(dice, chapters, chapter, article):
    flat = [
        place
        for place in range(len(article.units) - 1)
        if article.units[place].text and article.units[place + 1].text
    ]
    if flat:
        place = dice.choice(flat)
        one, other = article.units[place : place + 2]
        one.text = one.text.rstrip(".") + "; " + other.text
        one.origins |= other.origins
        article.units.remove(other)


def delete_article(dice, chapters, chapter, article):
    if len(chapter.units) > 2:
        chapter.units.remove(article)


def insert_article(dice, chapters, chapter, article):
    chapter.units.insert(dice.randint(0, len(chapter.units)), make_article(dice))


def move_article(dice, chapters, chapter, article):
    if len(chapter.units) > 2 and len(chapters) > 1:
        chapter.units.remove(article)
        target = dice.choice([room for room in chapters if room is not chapter])
        target.units.insert(dice.randint(0, len(target.units)), article)


def split_article(dice, chapters, chapter, article):
    if len(article.units) > 3 and len(article.origins) == 1:
        middle = len(article.units) // 2
        rest = Unit(
            Kind.DIEU,
            f"{dice.choice(HEAD)} {dice.choice(DO)}",
            units=article.units[middle:],
            origins=set(article.origins),
        )
        article.units = article.units[:middle]
        chapter.units.insert(chapter.units.index(article) + 1, rest)


def true_pairs(old_paths, new_paths):
    """The pairs of paths that are the same provision."""
    return {
        (old_paths[origin], path)
        for unit, path in new_paths.items()
        for origin in unit.origins
        if origin in old_paths
    }


def real_regulations():
    """The real regulations as units, by file name; empty where the shared data is not at hand."""
    folder = real_files.folder()
    found = sorted(folder.glob("regulation-*.json")) if folder and folder.is_dir() else []
    return {file.name: read_real(json.loads(file.read_text(encoding="utf-8"))) for file in found}


def read_real(record):
    chapters = []
    for chapter in record["chapters"]:
        room = Unit(Kind.CHUONG, chapter["subtitle"] or chapter["title"])
        for article in chapter["articles"]:
            room.units.append(read_article(article))
        chapters.append(room)
    return chapters


def read_article(article):
    unit = Unit(Kind.DIEU, article["heading"])
    lines = [line for line in article["body"].split("\n") if line.strip()]
    if not any(re.match(r"\d+\. ", line) for line in lines):
        unit.text = "\n".join(lines)
        return unit
    for line in lines:
        if re.match(r"\d+\. ", line):
            unit.units.append(Unit(Kind.KHOAN, text=line.split(" ", 1)[1]))
        elif re.match(r"[a-zđ]\) ", line) and unit.units and unit.units[-1].kind is Kind.KHOAN:
            clause = unit.units[-1]
            if clause.text:
                clause.units.append(Unit(Kind.TEXT, text=clause.text, role=Role.CHAPEAU))
                clause.text = ""
            clause.units.append(Unit(Kind.DIEM, text=line.split(" ", 1)[1]))
        else:
            unit.units.append(Unit(Kind.TEXT, text=line, role=Role.CLOSING if unit.units else Role.CHAPEAU))
    return unit
