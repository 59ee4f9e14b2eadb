"""Texts for trying the legacy encodings: writers of TCVN3 and VNI, and fragments that are neither."""

from pathlib import Path

from proceedings.text import tcvn3, vni

SAMPLES = Path(__file__).parents[3] / "proceedings" / "sample" / "paragraphs"
SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"

_TCVN3 = {letter: sign for sign, letter in tcvn3.LETTERS.items()}
_VNI = {
    letter: written
    for written, letter in sorted(vni.LETTERS.items())
    if written.islower() or written.isupper()
} | {"ỵ": "î", "Ỵ": "Î"}


def write_tcvn3(text):
    """As typed in .VnTime: a capital that the font lacks is its small letter."""
    return "".join(_TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def as_tcvn3_can(text):
    """What is left of a text in .VnTime: without the capitals that it lacks."""
    return "".join(
        letter if letter in _TCVN3 or letter.lower() not in _TCVN3 else letter.lower() for letter in text
    )


def write_vni(text):
    return "".join(_VNI.get(letter, letter) for letter in text)


def sample_paragraphs():
    lines = [
        line.strip()
        for path in sorted(SAMPLES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [line for line in lines if len(line) > 100 and not line.startswith("#")]


SENTENCES = (
    "Căn cứ Quy chế làm việc, Ban Thường vụ Tỉnh ủy phân công đồng chí Nguyễn Văn Mẫu theo dõi.",
    "Ủy ban nhân dân các cấp có trách nhiệm tổ chức thực hiện quyết định này kể từ ngày ký.",
    "Đề nghị bổ sung cụm từ “định kỳ sáu tháng” vào sau từ “báo cáo” ở khoản 2 Điều 7.",
    "Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo phân cấp hiện hành.",
    "Người đứng đầu cơ quan chịu trách nhiệm trước pháp luật về số liệu đã công bố.",
    "Hội nghị thống nhất đánh giá tình hình sản xuất vụ đông xuân, giá lúa giảm nhẹ so với cùng kỳ.",
    "Học sinh vùng cao được hỗ trợ sách vở, xe đạp và chỗ ở trong suốt năm học.",
    "Những hộ dân sống ven sông cần di dời trước mùa mưa lũ để phòng sạt lở.",
    "Bệnh viện huyện thiếu bác sĩ chuyên khoa, thuốc men cung ứng chậm và trang thiết bị đã cũ.",
    "Tòa án nhân dân mở phiên xét xử lưu động, đông đảo quần chúng tới dự.",
    "Chuyến tàu chở quặng bị trễ bốn giờ vì đoạn đường sắt qua đèo đang sửa.",
    "Ông cụ kể rằng ngày xưa làng này chỉ có mươi nóc nhà, chung quanh là rừng nứa.",
    "Mỗi tối thứ bảy, đội văn nghệ lại tập múa hát ở sân đình, trẻ con xem rất đông.",
    "Chị bán hàng gói cho tôi hai cân cam, một nải chuối và ít ổi giòn.",
    "Tiếng trống trường vang lên, lũ trẻ ùa ra như bầy chim sẻ.",
    "Giá điện, giá nước và cước vận tải đều được niêm yết công khai tại trụ sở.",
)

# Nothing in these is TCVN3 or VNI.
INNOCENT = tuple(
    """
déjà vu|à la carte|café|résumé|naïve|façade|crème brûlée|coup d’état|vis-à-vis|fiancée|cliché|tête-à-tête
Où est la bibliothèque ?|C’est déjà très tôt pour l’été|Le Comité a été créé à Genève|La République française
Conformément à l’article 5, les États membres s’engagent à coopérer.|Noël à Orléans|Les élèves étaient là où il fallait.
L’accord entrera en vigueur le 1er août.|rôle|hôtel|même|fenêtre|forêt|île|août|maïs|ambiguë|sœur|œuvre|cœur
Straße|Müller|Zürich|Köln|München|für|über|Größe|Übung|Österreich|Fußgängerübergänge|Jürgen Größmann
Die Bundesregierung hat den Entwurf über die Änderung des Gesetzes geprüft.
§ 5 Abs. 2 BGB|§§ 12, 13 und 14|Äpfel, Öl und Übermut
El Niño|mañana|señor|corazón|¿Dónde está?|¡Hola!|La Constitución Española|Artículo 5º|población
Perú|México|Bogotá|Panamá
El Comité aprobó la resolución después de la reunión que se celebró allí.|años|niños|José María Núñez|así|aquí|está|qué
São Paulo|coração|informação|Constituição da República Portuguesa|não é possível|ações|João|pão|mãe|três|avô|avó
A reunião será realizada às três horas da manhã, conforme a programação.|Brasília|Goiás
på|år|København|smørrebrød|fjäll|Malmö|Göteborg|Ångström|Tromsø|Ærø|blåbær|hjälp|Sjælland|Århus
Regeringen har lagt fram ett förslag till ändring av lagen.|Det er på tide å gå hjem nå.
Säännöt hyväksyttiin kokouksessa.
Þórður|Reykjavík|Ísland|það er góð hugmynd|Íslendingar|città|perché|università|più|però|così|virtù|È vero|libertà
La Commissione ha già esaminato la proposta; ciò è più che sufficiente.|Barça|Català|l·l col·legi|qüestió
Győr|Łódź|Dvořák|Škoda|Kraków|Čeština je krásný jazyk|Szczecin|București|İstanbul|Türkiye|Atatürk|Gümüşhane
Москва|Правительство Российской Федерации|北京|日本国|東京都|대한민국|Αθήνα|ประเทศไทย|עברית|العربية
© 2021 Example Corp.|© Ban biên tập|® Đã đăng ký|Windows®|Microsoft® Office™|§ 7|§7|¶ 3|† ‡|№ 5
25 °C|10 m²|5 m³|5 µm|µg/m³|±5%|3 × 4 = 12|8 ÷ 2 = 4|½ + ¼ = ¾|x² + y² = z²|10¹²|a ≤ b|E = mc²|√2 ≈ 1,41
£100|¥200|50 ¢|€ 30|¤ 5|1.000.000 đ|100 000 VND|«Le Monde»|“quoted”
‘single’|„deutsch“|… – —|¬p ∨ q|x¹|y³|N° 12|1ª edición|2º
info@example.com|https://example.com/?q=a&b=1
mailto:ban.to.chuc@example.vn|C:\\Temp\\file.txt|user_name|10.0.0.1|/var/log
12/2021/NĐ-CP|123-CV/TU|07/9/2021|Điều 5a|1.|a)|-|+|*|I|II|A4|B1|TCVN3|VNI-Times|.VnTime|ISO 9001:2015|COVID-19|Q1/2025
The Committee shall review the draft.|Hello, world!
Information tech­nology|non­profit|co-operation|e-mail|can|men|than thou
Naïveté is no excuse.|The café’s menu, à la carte, costs £12 or €15.
Mr. Müller met José in São Paulo.|Brontë|Beyoncé|Björk|Häagen-Dazs|piñata
Hà Nam|Thái Bình|Hoà Bình|Khánh Hoà|Thanh Hoá|Hà Giang|Hoàng Hà|bình|thành|trình|quá trình|hoàn thành
là|và|có|bà|bé|cô|chè|cà phê
hoà giải|khoá|toà án|xoá|hoá chất|thuý|quý|kỳ thi|tài khoản|thông tin|thôn|công an|công ty
xã|nhà|già|quà|bò|tôm|cá|hình|tình hình
Lê Văn Mẫu|Hoàng Thanh|Trà My|Vân|Hân|Tâm|Thìn|Bình Thuận
An Giang|Gia Lai|Kon Tum|Pleiku|Cao Lanh|Long An|Đà Nẵng|Nha Trang
Ban Tuyên giáo|Ban hành|Thanh tra|Công an|Văn phòng|Mẫu số 01|Biên bản
Giám sát|Tham mưu|Thi hành án|Thông báo|Hành chính|Trung tâm
    """.strip()
    .replace("\n", "|")
    .split("|")
)
