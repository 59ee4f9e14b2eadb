"""The words for what screening finds: what is wrong, and how to mend it. The only module here that knows Django."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.screening.flags import Flag, FlagCode, Severity
from submissions.screening.secrecy import Mark, Where


@dataclass(frozen=True, slots=True)
class Words:
    """What was found and how to mend it; both may hold ``%(name)s`` places for the values of a flag."""

    reason: str | Promise
    remedy: str | Promise


#: Said of every file that a secrecy mark stops: neither its name nor a word of it is repeated.
SECRET: Final = Words(
    _(
        "Tệp có dấu chỉ mức độ mật (%(where)s) nên không được tiếp nhận. Hệ thống không lưu tệp, tên tệp và nội dung."
    ),
    _(
        "Liên hệ văn thư, cơ yếu của cơ quan để gửi theo đường công văn mật; không gửi qua mạng, không gửi qua thư "
        "điện tử. Xóa tệp này khỏi máy tính có nối mạng và báo người phụ trách bảo vệ bí mật nhà nước."
    ),
)
#: Said of a file whose mark is doubtful.
PERHAPS_SECRET: Final = Words(
    _("Tệp có chỗ giống dấu chỉ mức độ mật (%(where)s) nên dừng lại, chưa được tiếp nhận."),
    _(
        "Người phụ trách mở bản gốc để đối chiếu. Nếu đúng là dấu mật: từ chối, liên hệ văn thư, cơ yếu, không gửi qua "
        "mạng. Nếu không phải: ghi tên xác nhận tệp không chứa bí mật nhà nước rồi tiếp tục."
    ),
)
WHERE: Final = {
    Where.TEXT: _("trong văn bản"),
    Where.ASIDE: _("ở đầu trang, chân trang, khung chữ, ghi chú hoặc thuộc tính của tệp"),
    Where.FILE_NAME: _("ở tên tệp hoặc tên thư mục"),
    Where.SYMBOL: _("ở số, ký hiệu văn bản"),
}
FLAGS: Final = {
    FlagCode.MACROS: Words(
        _("Tệp chứa macro (chương trình chạy khi mở tệp)."),
        _("Mở tệp, lưu lại thành .docx (không có macro) hoặc PDF rồi gửi lại."),
    ),
    FlagCode.EMBEDDED_PROGRAMS: Words(
        _("Trong tệp có %(count)s chương trình đính kèm: %(names)s."),
        _("Xóa các đối tượng đính kèm đó khỏi văn bản rồi gửi lại."),
    ),
    FlagCode.EMBEDDED_FILES: Words(
        _("Trong tệp có %(count)s tệp khác nhúng bên trong: %(names)s. Nội dung của chúng chưa được đọc."),
        _("Mở bản gốc xem các tệp nhúng; nếu là phụ lục thì đề nghị gửi thành tệp riêng."),
    ),
    FlagCode.STARTS_PROGRAMS: Words(
        _("Tệp có lệnh khởi động chương trình khác khi mở."),
        _("Sao chép phần chữ sang tệp mới (dán dạng văn bản thuần) hoặc in ra PDF rồi gửi lại."),
    ),
    FlagCode.SCRIPTS: Words(
        _("Tệp PDF chứa mã lệnh (JavaScript)."),
        _("Nếu chỉ là biểu mẫu thì có thể nhận; tốt hơn là đề nghị in lại ra PDF thường rồi gửi lại."),
    ),
    FlagCode.EXTERNAL_CONTENT: Words(
        _("Khi mở, tệp tự tải nội dung từ %(count)s địa chỉ bên ngoài: %(names)s."),
        _(
            "Đề nghị chèn hẳn ảnh, biểu mẫu vào văn bản (ngắt liên kết) rồi gửi lại; nếu không cần thì nhận phần chữ."
        ),
    ),
    FlagCode.LOCAL_TEMPLATE: Words(
        _("Tệp ghi đường dẫn tới biểu mẫu trên máy của người soạn."),
        _("Không cần làm gì: nội dung không phụ thuộc biểu mẫu đó."),
    ),
    FlagCode.WRONG_ENDING: Words(
        _("Tên tệp có đuôi %(ending)s nhưng nội dung là loại %(kind)s."),
        _("Mở bản gốc để chắc chắn đúng văn bản cần nhận; khi lưu lại thì sửa đuôi tệp."),
    ),
    FlagCode.DECEPTIVE_NAME: Words(
        _("Tên tệp che giấu loại thật của tệp (đuôi %(ending)s)."),
        _(
            "Hỏi lại người gửi qua điện thoại trước khi mở; đề nghị gửi lại tệp .docx hoặc PDF với tên bình thường."
        ),
    ),
    FlagCode.OLD_ENDING: Words(
        _("Đuôi tệp hoặc loại tệp khai báo (%(ending)s) khác nội dung (%(kind)s)."),
        _("Không cần làm gì: tệp đã được đọc theo nội dung."),
    ),
    FlagCode.TRACKED_CHANGES: Words(
        _("Văn bản có %(count)s chỗ sửa còn theo dõi (Track Changes)."),
        _(
            "Văn bản được đọc như khi chấp nhận mọi chỗ sửa; bản trước khi sửa và bản đánh dấu được giữ để xem. "
            "Nếu phần xóa cũng là ý kiến thì xem bản đánh dấu."
        ),
    ),
    FlagCode.COMMENTS: Words(
        _("Văn bản có %(count)s ghi chú bên lề (Comment)."),
        _("Ghi chú không nằm trong nội dung vào sổ; xem bản gốc nếu ghi chú là ý kiến góp ý."),
    ),
    FlagCode.HIDDEN_TEXT: Words(
        _("Văn bản có %(count)s ký tự bị ẩn, người đọc không nhìn thấy."),
        _("Đối chiếu với bản gốc; đề nghị bỏ phần chữ ẩn rồi gửi lại nếu không rõ."),
    ),
    FlagCode.DOUBTFUL_TEXT: Words(
        _("Có %(count)s chỗ ở %(paragraphs)s đoạn chưa chắc đúng chữ do phông chữ cũ (TCVN3, VNI)."),
        _("Đối chiếu các chỗ được tô với bản gốc và sửa cho đúng."),
    ),
    FlagCode.ENCODING_REPAIRED: Words(
        _("Văn bản dùng phông chữ cũ (%(encoding)s), đã chuyển sang Unicode."),
        _("Đọc lướt để chắc chắn chữ hiển thị đúng."),
    ),
    FlagCode.PAGES_WITHOUT_TEXT: Words(
        _("Có %(count)s trang chỉ là ảnh, chưa đọc được chữ: trang %(pages)s."),
        _("Chạy nhận dạng chữ cho tệp, hoặc đề nghị gửi bản Word."),
    ),
    FlagCode.LOW_CONFIDENCE: Words(
        _("Nhận dạng chữ chưa chắc ở %(count)s trang (thấp nhất %(least)s/100): trang %(pages)s."),
        _("Đối chiếu từng trang đó với ảnh gốc; hoặc quét lại ở 300 dpi, hoặc đề nghị gửi bản Word."),
    ),
    FlagCode.CIRCULATION: Words(
        _("Văn bản ghi “%(mark)s”. Đây là phạm vi lưu hành, không phải độ mật."),
        _(
            "Phạm vi đọc được đặt mặc định là đại biểu được mời; sửa khi vào sổ nếu cơ quan gửi đồng ý công khai."
        ),
    ),
    FlagCode.URGENCY: Words(
        _("Văn bản ghi độ khẩn “%(mark)s”. Đây không phải độ mật."),
        _("Xử lý trước các văn bản khác."),
    ),
    FlagCode.NUMBER_LEFT_BLANK: Words(
        _("Số văn bản để trống."),
        _("Có thể là bản dự thảo chưa phát hành: hỏi lại cơ quan gửi, hoặc đăng ký không số."),
    ),
    FlagCode.PERSONAL_DATA: Words(
        _(
            "Có dữ liệu cá nhân: %(phones)s số điện thoại, %(papers)s số giấy tờ tùy thân, %(mails)s địa chỉ thư."
        ),
        _("Không đưa các dữ liệu này vào kỷ yếu; che đi trước khi công bố."),
    ),
}
SEVERITIES: Final = {
    Severity.STOP: _("Không nhận"),
    Severity.PERSON: _("Cần người xem"),
    Severity.NOTICE: _("Lưu ý"),
}


def words_of(flag: Flag) -> tuple[str, str]:
    """Return the reason and the remedy of a flag, its values filled in, in the language of the reader."""
    words = FLAGS[flag.code]
    return str(words.reason) % flag.values, str(words.remedy) % flag.values


def words_of_mark(mark: Mark) -> tuple[str, str]:
    """Return the reason and the remedy for a file that a secrecy mark stops; they repeat nothing of the file."""
    words = SECRET if mark.is_certain else PERHAPS_SECRET
    return str(words.reason) % {"where": WHERE[mark.where]}, str(words.remedy)
