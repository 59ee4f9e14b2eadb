"""Titles of the sample texts: a paper has a name of its own, a letter says which provisions it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from proceedings.sample.drawing import share
from proceedings.sample.paragraphs import Paragraph
from proceedings.sample.texts import CITATION, Order
from proceedings.vocabulary import ContributionForm, Stance

PLAIN: Final = "V/v góp ý dự thảo Quy chế phối hợp"
#: What a theme is called within a sentence.
PHRASES: Final = {
    "co-so": "cơ sở, sự cần thiết của việc phối hợp",
    "ket-qua": "tình hình, kết quả phối hợp",
    "nguyen-tac": "nguyên tắc, nội dung phối hợp",
    "trach-nhiem": "trách nhiệm của các bên phối hợp",
    "phuong-phap": "phương pháp phối hợp và chế độ làm việc",
    "kinh-nghiem": "kinh nghiệm xây dựng Đảng, công tác cán bộ",
}
PAPERS: Final[dict[str, tuple[str, ...]]] = {
    "co-so": (
        "Vì sao cần một quy chế phối hợp chung",
        "Lãnh đạo theo ngành và lãnh đạo theo lãnh thổ: hai kênh, một mục tiêu",
        "Từ phối hợp theo vụ việc đến phối hợp theo quy chế",
        "Cơ sở lý luận của quan hệ phối hợp giữa các cấp ủy",
        "Thế trận lòng dân và sự lãnh đạo của cấp ủy địa phương",
        "Sự cần thiết của Quy chế nhìn từ thực tiễn cơ sở",
        "Tập trung dân chủ trong quan hệ phối hợp lãnh đạo",
        "Quy chế phối hợp, một yêu cầu của đổi mới phương thức lãnh đạo",
    ),
    "ket-qua": (
        "Nhìn lại công tác phối hợp: việc làm được và việc còn lúng túng",
        "Kết quả phối hợp lãnh đạo và những vấn đề đặt ra cho dự thảo",
        "Phối hợp trong công tác cán bộ: thực trạng và kiến nghị",
        "Những khoảng trống trong phối hợp và hướng khắc phục",
        "Từ kết quả phối hợp đến những quy định cần bổ sung",
        "Nguyên nhân của những hạn chế trong phối hợp và bài học rút ra",
        "Phối hợp trong tình huống phức tạp: điều đã kiểm nghiệm",
        "Đánh giá thực trạng phối hợp theo từng nội dung của dự thảo",
    ),
    "nguyen-tac": (
        "Nguyên tắc phối hợp: ít nhưng phải dùng được",
        "Xử lý ý kiến khác nhau trong quá trình phối hợp",
        "Nội dung phối hợp trong công tác cán bộ: từ nguyên tắc đến quy trình",
        "Phân loại việc phối hợp để rõ thẩm quyền và thời hạn",
        "Ba mức phối hợp: thống nhất, tham khảo, thông báo",
        "Phối hợp trong công tác kiểm tra, giám sát và kỷ luật đảng",
        "Nội dung phối hợp trong công tác giáo dục chính trị, tư tưởng",
        "Giữ nguyên tắc để phối hợp thực chất",
    ),
    "trach-nhiem": (
        "Rõ việc, rõ người, rõ trách nhiệm trong phối hợp",
        "Trách nhiệm của người đứng đầu trong quan hệ phối hợp",
        "Vai trò tham mưu của Đảng ủy Công an tỉnh, thành phố",
        "Phân định trách nhiệm để không bỏ sót, không chồng lấn",
        "Trách nhiệm của Tỉnh ủy, Thành ủy: điều đã rõ và điều cần làm rõ",
        "Bên chủ trì, bên phối hợp và bên trả lời cuối cùng",
        "Chương III của dự thảo: từ câu chữ đến thực hiện",
        "Gắn trách nhiệm phối hợp với đánh giá hằng năm",
    ),
    "phuong-phap": (
        "Phối hợp bằng cách nào cho đúng vai, đúng lúc",
        "Chế độ thông tin, báo cáo: gọn mà đủ",
        "Đầu mối, thời hạn và hồ sơ trong công tác phối hợp",
        "Bớt giấy tờ, bớt hội họp mà thông tin vẫn thông suốt",
        "Giao ban, hội nghị và cách giữ nền nếp phối hợp",
        "Vai trò của cơ quan tham mưu, giúp việc trong phối hợp",
        "Phương pháp phối hợp khi có việc đột xuất",
        "Đổi mới phương pháp phối hợp nhìn từ chế độ làm việc",
    ),
    "kinh-nghiem": (
        "Kinh nghiệm lãnh đạo công tác cán bộ trong Đảng bộ Công an ở địa phương",
        "Xây dựng chi bộ mạnh ở cơ sở, kinh nghiệm và suy nghĩ",
        "Nêu gương và trách nhiệm của người đứng đầu: bài học từ thực tiễn",
        "Lãnh đạo thực hiện nhiệm vụ kép: một số kinh nghiệm",
        "Công tác quy hoạch, luân chuyển cán bộ nhìn từ địa phương",
        "Chuẩn bị tổ chức đảng trước khi bố trí Công an chính quy về xã",
        "Rà soát quy chế phối hợp, giao ước thi đua: cách làm và kết quả",
        "Từ kinh nghiệm xây dựng Đảng đến góp ý dự thảo Quy chế",
    ),
}
_LETTERS: Final = (
    "Góp ý {provisions} dự thảo Quy chế phối hợp",
    "Ý kiến về {phrase} ({provisions} dự thảo Quy chế)",
    "V/v tham gia ý kiến về {phrase}",
    "Tham gia ý kiến đối với {provisions} dự thảo Quy chế phối hợp",
    "Góp ý {provisions} dự thảo Quy chế, trọng tâm là {phrase}",
)


def title_of(order: Order, paragraphs: Iterable[Paragraph], *, place: int) -> str:
    """Return a title; ``place`` counts the texts of one theme and form, so that papers' names take turns.

    A short letter that only agrees has the plain title, as many real ones do.
    """
    if order.form == ContributionForm.PAPER:
        names = PAPERS[order.theme]
        return names[place % len(names)]
    if order.stance == Stance.AGREES:
        return PLAIN
    pattern = _LETTERS[int(share("title", *order.key) * len(_LETTERS))]
    return pattern.format(provisions=cited(paragraphs), phrase=PHRASES[order.theme])


def cited(paragraphs: Iterable[Paragraph], most: int = 3) -> str:
    """Name the provisions that are cited first: ``Điều 3``, ``Điều 3, Điều 8 và Điều 12``."""
    text = " ".join(paragraph.text for paragraph in paragraphs)
    numbers = sorted({int(number) for number in list(dict.fromkeys(CITATION.findall(text)))[:most]})
    names = [f"Điều {number}" for number in numbers]
    return re.sub(r", (Điều \d+)$", r" và \1", ", ".join(names))
