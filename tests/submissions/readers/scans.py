"""Pages as a scanner gives them: rendered, a little turned, blurred and grainy."""

import random

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageFilter


def scanned(data, dpi, *, page=0, angle=0.4, blur=0.5, grain=14):
    """Return a page of a PDF as a grey picture."""
    document = pdfium.PdfDocument(data)
    picture = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    document.close()
    picture = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(blur * dpi / 300))
    noise = Image.new("L", picture.size)
    noise.putdata(grains(picture.size, grain))
    return ImageChops.add(picture, noise, offset=-140)


def grains(size, spread):
    """Return as many shades around 128 as a picture has pixels, the same each time."""
    chance = random.Random(5)
    some = [round(chance.gauss(128, spread)) for _ in range(65_537)]
    count = size[0] * size[1]
    return (some * (count // len(some) + 1))[:count]


def character_error(expected, found):
    """Return the edit distance by expected characters, whitespace made one blank and nothing else touched."""
    expected, found = " ".join(expected.split()), " ".join(found.split())
    above = list(range(len(found) + 1))
    for row, wanted in enumerate(expected, start=1):
        current = [row]
        for column, seen in enumerate(found, start=1):
            current.append(min(above[column] + 1, current[-1] + 1, above[column - 1] + (wanted != seen)))
        above = current
    return above[-1] / len(expected)
