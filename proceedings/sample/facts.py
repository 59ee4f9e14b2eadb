"""What the report of the workshop of 7 September 2021 states, in its own words where it quotes; nothing more."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from proceedings.vocabulary import AgendaKind, ConclusionKind, DelegateRole, WorkshopStage


@dataclass(frozen=True)
class ThemeFact:
    """A question of the outline; ``paragraphs`` is the file of sample paragraphs that speak on it."""

    slug: str
    title: str
    paragraphs: str


@dataclass(frozen=True)
class SiteFact:
    """A place linked by video; ``committee`` is a slug, empty where none is stated."""

    name: str
    committee: str = ""


@dataclass(frozen=True)
class PersonFact:
    """A person whom the report names, with the posts that it gives, in its order."""

    full_name: str
    posts: tuple[str, ...]
    role: DelegateRole
    site: str = ""
    committee: str = ""


@dataclass(frozen=True)
class TaskFact:
    """A piece of work that was ordered, and who is to do it where that is said."""

    text: str
    owner: str = ""


@dataclass(frozen=True)
class ConclusionFact:
    """What a leader concluded; ``text`` has one paragraph a line."""

    kind: ConclusionKind
    title: str
    speaker: str
    text: str
    tasks: tuple[TaskFact, ...]
    site: str = ""


@dataclass(frozen=True)
class AgendaFact:
    """A line of the programme that the report attests, besides the live papers."""

    kind: AgendaKind
    title: str
    speaker: str
    site: str = ""


WORKSHOP_SLUG: Final = "hoi-thao-2021-09-07"
TITLE: Final = (
    "Hội thảo quy chế phối hợp giữa Đảng ủy Công an TW với các Tỉnh ủy, Thành ủy về lãnh đạo công tác Đảng, "
    "công tác chính trị đối với Công an tỉnh, thành phố trực thuộc TW"
)
SHORT_TITLE: Final = "Hội thảo quy chế phối hợp"
HOST: Final = "Đảng ủy Công an Trung ương"
HELD_ON: Final = datetime.date(2021, 9, 7)
STAGE: Final = WorkshopStage.SYNTHESISING
DOCUMENTS: Final = 92
LIVE: Final = 15

SUMMARY: Final = (
    "Tại hội thảo, với tinh thần khoa học, thẳng thắn, trách nhiệm, Đảng ủy Công an Trung ương đã nhận được "
    "nhiều ý kiến tâm huyết, sâu sắc, thực tiễn của các đại biểu. Trong đó tập trung làm rõ về cơ sở lý luận, "
    "thực tiễn và sự cần thiết của sự phối hợp giữa Đảng ủy Công an Trung ương với các Tỉnh ủy, Thành ủy về "
    "lãnh đạo công tác Đảng và công tác chính trị đối với Công an tỉnh, thành phố; tình hình, kết quả, nguyên "
    "tắc, nội dung, trách nhiệm và phương pháp phối hợp giữa Đảng ủy Công an Trung ương với các tỉnh ủy, thành "
    "ủy về lãnh đạo công tác Đảng và công tác chính trị đối với Công an tỉnh, thành phố.\n"
    "Bên cạnh đó, đại biểu các Tỉnh ủy, Thành ủy đã chia sẻ những kinh nghiệm trong lãnh đạo, chỉ đạo công tác "
    "xây dựng Đảng, nhất là công tác cán bộ ở địa phương."
)
SOURCE_NOTE: Final = (
    f"Thông tin về hội thảo lấy từ bài “{TITLE}”, đăng vào 07/09/2021; những gì bài không nêu thì để trống.\n"
    "Toàn văn các văn bản góp ý không được công bố. Toàn văn, trích yếu, số, ngày, hình thức và thứ tự trình bày "
    "của từng văn bản góp ý ở đây được soạn để minh họa và đều mang dấu “VĂN BẢN MẪU”."
)

THEMES: Final = (
    ThemeFact("co-so", "Cơ sở lý luận, thực tiễn và sự cần thiết của sự phối hợp", "basis"),
    ThemeFact("ket-qua", "Tình hình, kết quả phối hợp", "results"),
    ThemeFact("nguyen-tac", "Nguyên tắc, nội dung phối hợp", "principles"),
    ThemeFact("trach-nhiem", "Trách nhiệm phối hợp", "duties"),
    ThemeFact("phuong-phap", "Phương pháp phối hợp", "methods"),
    ThemeFact(
        "kinh-nghiem",
        "Kinh nghiệm trong lãnh đạo, chỉ đạo công tác xây dựng Đảng, nhất là công tác cán bộ ở địa phương",
        "experience",
    ),
)

MAIN_SITE: Final = "Điểm cầu chính"
BAC_NINH: Final = "Điểm cầu Bắc Ninh"
SITES: Final = (SiteFact(MAIN_SITE), SiteFact(BAC_NINH, committee="bac-ninh"))

CHAIR: Final = "Trần Quốc Tỏ"
SITE_SPEAKER: Final = "Nguyễn Quốc Chung"
PERSONS: Final = (
    PersonFact(CHAIR, ("Phó Bí thư Đảng ủy Công an TW", "Thứ trưởng Bộ Công an"), DelegateRole.CHAIR),
    PersonFact(
        SITE_SPEAKER,
        ("Phó Bí thư thường trực Tỉnh ủy", "Chủ tịch HĐND tỉnh"),
        DelegateRole.DELEGATE,
        site=BAC_NINH,
        committee="bac-ninh",
    ),
)

EDITING_GROUP: Final = "Tổ biên tập giúp việc soạn thảo"
PROVINCIAL_POLICE: Final = "Đảng ủy Công an tỉnh"
CONCLUSIONS: Final = (
    ConclusionFact(
        kind=ConclusionKind.CLOSING_WORDS,
        title="Tổng kết hội thảo",
        speaker=CHAIR,
        text=(
            "Tổng kết hội thảo, Thứ trưởng Trần Quốc Tỏ khẳng định, 92 văn bản góp ý được gửi về, trong đó có 15 ý "
            "kiến được các đại biểu tham luận trực tiếp tại hội thảo rất có giá trị, bám sát chủ đề và đề cương hội "
            "thảo. Đây là những ý kiến sâu sắc và xác đáng trên cả phương diện lý luận, thực tiễn và khoa học thông "
            "qua nghiên cứu chuyên sâu, kinh nghiệm, trải nghiệm mà có được.\n"
            "Thay mặt Đảng uỷ Công an Trung ương, Thứ trưởng Trần Quốc Tỏ trân trọng cảm ơn ý kiến của các đại biểu "
            "và giao Tổ biên tập giúp việc soạn thảo có trách nhiệm tổng hợp đầy đủ, lựa chọn tiếp thu tối đa, kịp "
            "thời bổ sung, điều chỉnh và hoàn thiện văn bản."
        ),
        tasks=(
            TaskFact("Tổng hợp đầy đủ", EDITING_GROUP),
            TaskFact("Lựa chọn tiếp thu tối đa", EDITING_GROUP),
            TaskFact("Kịp thời bổ sung, điều chỉnh và hoàn thiện văn bản", EDITING_GROUP),
        ),
    ),
    ConclusionFact(
        kind=ConclusionKind.SITE_REMARK,
        title="Phát biểu tại điểm cầu Bắc Ninh",
        speaker=SITE_SPEAKER,
        site=BAC_NINH,
        text=(
            "Phát biểu tại điểm cầu Bắc Ninh, đồng chí Nguyễn Quốc Chung, Phó Bí thư thường trực Tỉnh ủy, Chủ tịch "
            "HĐND tỉnh nhấn mạnh: Ngay sau cuộc Hội thảo, Đảng ủy Công an tỉnh cần thực hiện nghiêm nội dung kết luận "
            "của đồng chí Phó Bí thư Đảng ủy Công an TW, Thứ trưởng Bộ Công an. Đồng thời cần tăng cường hơn nữa công "
            "tác tuyên truyền, xác định vai trò, trách nhiệm của người đứng đầu, nêu gương, tính trách nhiệm, tính kỷ "
            "cương…; từng cơ quan thực hiện tốt chức năng, nhiệm vụ của mình; rà soát lại các quy chế phối hợp, các "
            "giao ước thi đua đã thực hiện để điều chỉnh cho hợp lý. Trước mắt, thực hiện tốt nhiệm vụ kép vừa đảm bảo "
            "ANTT, vừa phòng chống dịch bệnh, phục vụ tích cực, hiệu quả nhiệm vụ phát triển kinh tế-xã hội của tỉnh."
        ),
        tasks=(
            TaskFact(
                "Thực hiện nghiêm nội dung kết luận của đồng chí Phó Bí thư Đảng ủy Công an TW, Thứ trưởng Bộ Công an",
                PROVINCIAL_POLICE,
            ),
            TaskFact(
                "Tăng cường hơn nữa công tác tuyên truyền, xác định vai trò, trách nhiệm của người đứng đầu, nêu "
                "gương, tính trách nhiệm, tính kỷ cương…",
                PROVINCIAL_POLICE,
            ),
            TaskFact("Thực hiện tốt chức năng, nhiệm vụ của mình", "Từng cơ quan"),
            TaskFact(
                "Rà soát lại các quy chế phối hợp, các giao ước thi đua đã thực hiện để điều chỉnh cho hợp lý",
                PROVINCIAL_POLICE,
            ),
            TaskFact(
                "Thực hiện tốt nhiệm vụ kép vừa đảm bảo ANTT, vừa phòng chống dịch bệnh, phục vụ tích cực, hiệu quả "
                "nhiệm vụ phát triển kinh tế-xã hội của tỉnh",
                PROVINCIAL_POLICE,
            ),
        ),
    ),
)

#: The site's leader speaks of what the chair concluded, so his line comes after it.
AGENDA_AFTER_PAPERS: Final = (
    AgendaFact(AgendaKind.CONCLUSION, "Tổng kết hội thảo", CHAIR),
    AgendaFact(AgendaKind.SITE_REMARK, "Phát biểu tại điểm cầu Bắc Ninh", SITE_SPEAKER, site=BAC_NINH),
)
