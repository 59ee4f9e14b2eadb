"""Patterns of office Vietnamese, each also for lines that lost their accents in scanning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings.text.folding import strip_marks


class Phrase:
    """One pattern over lower-case words; it begins and ends at the edge of a word."""

    def __init__(self, pattern: str) -> None:
        self._accented = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
        bare = strip_marks(pattern).replace("(?p<", "(?P<")  # group names are no words
        self._bare = re.compile(rf"(?<!\w)(?:{bare})(?!\w)")

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first place in a span; a span without any accent is searched for the words without theirs."""
        return next(self.finditer(text, start, end), None)

    def match(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return what a span begins with."""
        return self._choose(text, start, end).match(text, start, end)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield every place in a span."""
        return self._choose(text, start, end).finditer(text, start, end)

    def _choose(self, text: str, start: int, end: int) -> re.Pattern[str]:
        return self._bare if text[start:end].isascii() else self._accented


#: A few words between two that belong together: whom one asks, how one agrees.
_SOME: Final = r"(?:[^\W\d_]+,? ){0,9}?"
_WE: Final = (
    r"chúng tôi|tôi|ban thường vụ|ban chấp hành|tỉnh ủy|thành ủy|đảng ủy|văn phòng|ban tổ chức|thường trực|tập thể"
    r"|cấp ủy|xin|cơ bản|hoàn toàn|về cơ bản"
)
_UNITS: Final = r"điều|khoản|điểm|chương|mục|phần|tiểu mục"

REQUEST: Final = Phrase(r"đề nghị|kiến nghị|đề xuất")
#: Words before which "đề nghị" tells of something or is a noun.
TELLING: Final = re.compile(
    r"(?:(?<!\w)(?:đã|từng|theo|bên|khi|của|được|có|các|những|những lần|phúc đáp|thực hiện|trả lời|giải quyết|nếu|còn"
    r"|đang|văn bản|tham mưu|việc|phản ánh|tổng hợp|không|chưa|sẽ|phải|ai|nhận|cơ quan|nội dung|vai trò|quyền"
    r"|để|trong khi|kịp thời|chủ động|nên|cần|nhận định và|ý kiến|bên được|được)[ ,]*|[“\"])$"
)
AFTER_NOUN: Final = re.compile(
    r" (?:của|này|ấy|đó|trên|nêu trên|gì|với hai bên|từ thực tiễn|hỗ trợ;|đến|cho ý kiến,"
    r"|tham gia ý kiến (?:gửi|về nhân)|các (?:cấp ủy trực thuộc|đảng bộ trực thuộc|chi bộ|sở|ban, ngành))(?!\w)"
)
#: Who speaks, so that a request inside a longer sentence is the letter's own.
OWN_VOICE: Final = re.compile(
    rf"(?:(?<!\w)(?:{_WE}|kính|cũng|nay|và|nhưng|song|tuy nhiên|vì vậy|do đó|do vậy|vì thế|đồng thời|ngoài ra"
    r"|mạnh dạn|thì)[ ,]*|[:;|,.\)–”\"»-]\s*|^)$"
)
#: A body whose opinion a letter reports: "Ban Tuyên giáo đề nghị …".
BODY_VOICE: Final = re.compile(
    r"(?<!\w)(?:ban|ủy ban|văn phòng|đảng ủy|huyện ủy|hội|sở|mặt trận|đoàn|đảng bộ|công an)(?: [^\W\d_]+){0,6} $"
)
NARRATIVE: Final = Phrase(
    r"(?:đã|từng) (?:[^\W\d_]+,? ){0,3}?(?:kiến nghị|đề nghị|đề xuất|bổ sung|sửa|bỏ|thay|tách|gộp|nhập|chuyển"
    r"|chỉ đạo|lãnh đạo|ban hành|tổ chức|duy trì|tham mưu|được)"
    r"|năm qua|trong \d+ năm|thời gian qua|nhiệm kỳ qua|nhiều năm nay"
)
NO_CHANGE: Final = Phrase(
    r"không (?:có )?(?:đề nghị|kiến nghị|đề xuất|ý kiến)(?: gì)?(?: về việc)?(?: sửa| bổ sung| thêm| khác| tham gia)*"
)

STRONG_ADD: Final = (
    r"bổ sung|(?<!cân nhắc )(?<!rõ )(?<!nghiên cứu )(?<!có )(?<!trao đổi )(?<!cần )thêm(?! thời gian)"
    r"|ban hành kèm theo|dự liệu|ấn định|(?<!do )thiếu(?= [^\W\d_]+)"
)
STRONG_REMOVE: Final = (
    r"lược bỏ|lược bớt|loại bỏ|bãi bỏ|cắt bỏ|xóa bỏ|bỏ(?! sót| qua| trống| phiếu| lỡ| ngỏ)|xóa"
    r"|không (?:nên )?(?:quy định|dùng|sử dụng|đưa|để|giữ)"
)
STRONG_AMEND: Final = (
    r"sửa đổi, bổ sung|bổ sung, (?:sửa|chỉnh sửa|điều chỉnh)|chỉnh sửa, bổ sung|sửa đổi"
    r"|chỉnh sửa|sửa(?! chữa)|chỉnh lý|chỉnh lại|điều chỉnh(?! hoạt động)"
    r"|thay thế|thay(?! mặt| đổi| vì| cho)|gộp|ghép|nhập(?= thành| chung| khoản| điều)|tách|chuyển"
    r"|viết(?= lại| thẳng| thành| gọn| đầy đủ| là| rõ| cụ thể|:)|sắp xếp|đảo lại|đánh (?:số |lại )|rút (?:gọn|ngắn)"
    r"|đổi tên|hợp nhất"
)
VAGUE: Final = (
    r"làm rõ|quy định(?: rõ| cụ thể| lại)?|xem xét|xem lại|cân nhắc|rà soát|nghiên cứu|xác định(?: rõ| lại)?|nói rõ"
    r"|nêu rõ|ghi rõ|diễn đạt|nhấn mạnh|thống nhất(?! với| ý kiến| một đề cương)|phân loại|phân định|phân biệt|chia"
    r"|liệt kê|cách viết|cách gọi|giảm|giữ(?= một)|dùng|viết|hướng|giao|luân phiên|họp|có"
)
#: What is to stay as it is, though the verb says what is not to be done.
KEEP: Final = r"giữ nguyên|giữ như|không (?:nên |cần )?(?:bỏ|lược bỏ|sửa|tách|gộp|thay đổi)"
OPERATIVE: Final = Phrase(
    rf"(?P<amend>{STRONG_AMEND})|(?P<add>{STRONG_ADD})|(?P<remove>{STRONG_REMOVE})|(?P<keep>{KEEP})"
    rf"|(?P<vague>{VAGUE})"
)
REPLACED: Final = Phrase(r"thay (?:bằng|thành)|(?<!có thể )viết (?:thẳng|lại|thành)|sửa thành")
UNLESS: Final = Phrase(r"nếu (?:vẫn )?giữ")
#: A new rule is asked for where nothing is cited: "đề nghị quy định cơ chế …".
NEW_RULE: Final = Phrase(r"quy định(?! (?:rõ|lại|cụ thể))")
#: What is said of the work on a request, not of the change: the verb behind it tells more.
WEIGHING: Final = frozenset(["xem xét", "nghiên cứu", "cân nhắc", "rà soát"])
#: Work that somebody is given, whatever provision is named with it.
ORDERED: Final = frozenset(["giao", "sớm", "xây dựng", "tổ chức"])
DOING: Final = re.compile(
    rf" {_SOME}(?P<verb>giao|tổng hợp|xây dựng|tổ chức|mở(?! đầu| rộng)|lập|duy trì|tổng kết|lựa chọn|áp dụng"
    r"|sớm|cấp kinh"
    r"|hỗ trợ|bố trí|trình(?! bày| tự| độ)|đưa|chọn)(?!\w)"
)
TEXT_WORDS: Final = Phrase(
    r"quy chế|dự thảo|điều khoản|cụm từ|thuật ngữ|toàn văn|thể thức|nguyên tắc|câu chữ|căn cứ|khoản|điều|chương"
    r"|chính tả|trình bày"
)
#: What a need is said with where nobody says "đề nghị".
MODAL: Final = Phrase(
    r"(?:cần|nên)(?= (?:được |phải )?(?:bổ sung|thêm|sửa|chỉnh|thay|bỏ|lược|gộp|nhập|tách|chuyển|viết|diễn đạt|sắp xếp"
    r"|quy định|làm rõ|nêu|nói rõ|ghi|xem|rà soát|cân nhắc|giao|đưa|rút|xác định|dự liệu|thể hiện|giữ|phân"
    r"|bố cục|có (?:phụ lục|quy định|điều|khoản|mẫu)|có ý kiến"
    r"|thống nhất|đi qua|đổi))|không nên(?= quy định| dùng| đưa)"
)
#: A verb that opens a sentence, or what follows a citation, bids on its own.
BIDDING: Final = Phrase(
    rf"(?:cũng |cụ thể[,:]? |trong đó )?(?:{STRONG_AMEND}|{STRONG_ADD}|{STRONG_REMOVE}"
    r"|quy định rõ|làm rõ|xem lại|xem xét|nghiên cứu|rà soát"
    r"|cân nhắc|diễn đạt|viết)"
)
AGREEMENT: Final = Phrase(
    r"(?<!chưa )(?<!không )(?:nhất trí|đồng tình|tán thành|đồng ý|ủng hộ)(?=(?: cao| hoàn toàn| cơ bản)*"
    r"(?: với| về| như| việc| nội dung| theo| tinh thần| mục đích| cách| quy định| tên gọi| các|\s*[|.;,]|$))"
    r"|thống nhất(?=(?: cao| hoàn toàn)* (?:với|như|nội dung dự thảo)(?!\w))"
    r"|thống nhất(?= về)|(?<=[:|] )thống nhất(?=\s*(?:[.;|]|$))|đồng tình cao|giữ nguyên"
)
VOICE: Final = Phrase(_WE)
OWN_TEXT: Final = Phrase(
    r"dự thảo|quy chế|quy định|sự cần thiết|mục đích|nguyên tắc|quan điểm|bố cục|kết cấu|" + _UNITS
)
QUESTION: Final = Phrase(
    rf"xin hỏi|xin {_SOME}cho biết"
    r"|(?:đề nghị|mong(?! muốn)|kiến nghị) (?:(?!bổ sung|sửa|thêm|quy định|bỏ|thay)[^\W\d_]+,? ){0,7}?"
    r"(?:cho biết|giải thích|giải đáp|trả lời)"
    rf"|làm rõ lý do|nêu rõ lý do"
)
RESERVE: Final = Phrase(r"(?:tuy nhiên|song|nhưng|bên cạnh đó|ngoài ra|đồng thời|tuy vậy)")
LABEL: Final = Phrase(r"(?:nội dung )?(?:ý kiến|góp ý|đề nghị|phương án)(?: góp ý| sửa đổi| đề nghị)?\s*:")
MOTIVE: Final = Phrase(
    r"(?:[-+*–(]\s*)?(?:lý do|lí do|giải trình|vì|bởi|nhằm|do đó|việc (?:bổ sung|sửa|thay|bỏ|quy định|sắp xếp|tách|gộp)"
    r"|quy định (?:này|như vậy|như trên)|cách (?:viết|quy định|diễn đạt) (?:này|như)|như vậy|sửa như vậy)"
)
ANNOUNCED: Final = Phrase(
    rf"(?:ý kiến|góp ý|nội dung|trả lời|tham luận) ?{_SOME}(?:như)?(?: sau| sau đây| dưới đây)?\s*:?$"
    r"|xin (?:tham gia|gửi)|như sau:?$"
)
#: Headings that hold the very words that requests are made with.
TITLED_REQUESTS: Final = Phrase(
    r"(?:phần (?:thứ [^\W\d_]+|[ivx\d]+)\s*[:.–-]?\s*)?(?:một số |những |các |phần )?(?:nội dung |ý kiến "
    r"|vấn đề )?(?:đề nghị|kiến nghị|đề xuất|góp ý)"
    r"(?:(?:, | và )(?:đề nghị|kiến nghị|đề xuất|góp ý))*(?: cụ thể| chung| khác)?\s*[:.]?"
    r"|về (?:những |các |một số )?(?:nội dung|vấn đề|ý kiến|điểm) "
    r"(?:đồng ý|nhất trí|thống nhất|đề nghị|cần|kiến nghị|góp ý)[^.;:]{0,50}:?"
)
ANNOUNCING: Final = (":", "sau", "sau.", "sau đây.")
SALUTATION: Final = Phrase(r"(?:đồng )?kính (?:gửi|thưa|trình)|thưa (?:các|toàn|quý|đồng|hội|đoàn)")
CLOSING: Final = Phrase(
    r"trên đây là|trân trọng|xin (?:chân thành )?cảm ơn|xin cám ơn|(?:kính )?chúc (?:các|hội|đồng|đại)|kính chúc"
    rf"|xin hết|rất mong|kính đề nghị {_SOME}(?:xem xét|tổng hợp|nghiên cứu)|xem xét, tổng hợp"
    r"|kết quả tiếp thu|những ý kiến nêu trên|tiếp tục rà soát|sớm hoàn thiện"
    r"|hoàn thiện, trình|nghiên cứu, tiếp thu|hoàn thiện dự thảo|lưu ý các"
)
SIGNATURE: Final = Phrase(
    r"nơi nhận|(?:t/m|tm\.?|k/t|kt\.?|t/l|tl\.?) [^\W\d_].{0,80}|\(?(?:đã ký|ký tên).{0,40}"
)
LETTERHEAD: Final = Phrase(
    r"số\s*:?\s*\d*\s*[-/].{0,40}|đảng cộng sản việt nam|cộng h[oò]à? xã hội chủ nghĩa.{0,20}|độc lập.{0,30}"
    r"|v/v.{0,200}|[^,.]{1,40}, ngày .{1,40}|về việc .{0,160}|văn bản mẫu.{0,120}"
)
NAMED_HEADING: Final = Phrase(
    r"(?:điều|chương|mục|phần) (?:quy định )?về|(?:điều|chương|mục)(?= [^\W\d_]{2,} )|về|đối với|nội dung về|tại phần"
)
NAMED_TITLE: Final = Phrase(r"tên gọi(?!,)|tên (?:của )?(?:dự thảo|quy chế|văn bản)|tiêu đề")
NAMED_PREAMBLE: Final = Phrase(r"phần căn cứ|căn cứ (?:ban hành|pháp lý)|phần mở đầu")
#: What a quotation from the draft stands behind.
QUOTED_FROM: Final = re.compile(r"(?<!\w)(?:cụm từ|cụm|từ|chữ|câu|đoạn|sửa|thay|bỏ|lược|bớt|điều khoản) ?$")
#: "thêm một khoản sau khoản 5": what is asked for stands behind the unit cited.
INSERTED_BEHIND: Final = re.compile(
    r"(?<!\w)(?:một|01|thêm|bổ sung) (?:khoản|điểm|điều)(?: mới)? (?:vào )?sau $"
)
#: What a citation stands behind when it is compared with, not spoken about.
ASIDE: Final = re.compile(
    r"(?:(?<!\w)(?:theo|theo quy định tại|theo quy định của|như|phù hợp với .{0,40}|khớp với|trùng với"
    r"|trùng lặp với|so với|dẫn chiếu (?:sang|đến|tới)|sang|căn cứ|đã (?:có|quy định"
    r"|nêu) (?:tại|ở|trong)|không thay thế các"
    r"|(?<=\w )liên quan đến .{0,40}"
    r"|quan hệ với|thống nhất với .{0,20}|việc quy định tại|những việc quy định tại)\s*)$"
)
