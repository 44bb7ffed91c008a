"""Reads printed cards with engines that the program does not use, under a grid of degradations, and compares each
symbol module by module with segno's for the same version, level and mask.

    python3 Tests/Engines/decode_cards.py FOLDER      a folder that `onecard print` wrote, with its manifest.json

Needs zxing-cpp, opencv-contrib-python-headless, segno, numpy and pillow. WeChat's detector is used as OpenCV's package
brings it: the neural nets that the application has besides, to find symbols and to enlarge small ones, are not in any
package, so a phone reads more than this. Exit status 1 where a card is not read as it is, or
where an engine reads less than the share of the grid that it must.
"""
import json
import pathlib
import sys

import cv2
import numpy
import segno
import zxingcpp
from PIL import Image

QUIET = 4


def wechat(picture):
    texts, _ = cv2.wechat_qrcode_WeChatQRCode().detectAndDecode(picture)
    return list(texts)


def zxing(picture):
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def grid(picture, module):
    """Every combination of reduction, blur and turn, and of pale print; sizes in modules of the symbol."""
    for pixels in (8, 4, 3):
        scale = min(1, pixels / module)
        small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        for blur in (0, 0.25, 0.4):
            soft = cv2.GaussianBlur(small, (0, 0), blur * module * scale) if blur else small
            for angle in (0, 7, 20):
                height, width = soft.shape[:2]
                turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 0.8)
                turned = cv2.warpAffine(soft, turn, (width, height), borderValue=255, flags=cv2.INTER_LINEAR)
                for contrast in (1, 0.5, 0.25):
                    pale = (128 + (turned.astype(numpy.float32) - 128) * contrast).astype(numpy.uint8)
                    yield f"{pixels} px, blur {blur}, {angle} deg, contrast {contrast}", pale


def modules(picture, count):
    """The symbol's modules, found as the square of pure black and white with a finder pattern in its corner."""
    for top, left in numpy.argwhere(picture == 0):
        run = 0
        while left + run < picture.shape[1] and picture[top, left + run] == 0:
            run += 1
        size = run // 7
        if run % 7 or size < 2:
            continue
        window = picture[top:top + count * size, left:left + count * size]
        if window.shape != (count * size, count * size):
            continue
        cells = window.reshape(count, size, count, size).swapaxes(1, 2).reshape(count, count, size * size)
        dark = (cells == 0).all(axis=2)
        if (dark | (cells == 255).all(axis=2)).all():
            return dark, size
    raise AssertionError("no symbol of whole modules in the picture")


def main():
    folder = pathlib.Path(sys.argv[1])
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    wrong = []
    read = {"zxing-cpp": [0, 0], "WeChat": [0, 0]}
    for card in manifest["cards"]:
        picture = numpy.array(Image.open(folder / card["proved"]).convert("L"))
        code = segno.make(card["address"].encode(), version=card["version"], error=card["level"].lower(),
                          mask=card["mask"], mode="byte", boost_error=False, micro=False)
        expected = numpy.array([[bool(cell & 1) for cell in row] for row in code.matrix])
        found, module = modules(picture, expected.shape[0])
        if not (found == expected).all():
            wrong.append(f"{card['proved']}: {(found != expected).sum()} modules differ from segno's")
        for name, engine in (("zxing-cpp", zxing), ("WeChat", wechat)):
            if set(engine(picture)) != {card["address"]}:
                wrong.append(f"{card['proved']}: {name} does not read it as it is")
            for what, shown in grid(picture, module):
                read[name][1] += 1
                texts = engine(shown)
                if set(texts) == {card["address"]}:
                    read[name][0] += 1
                elif texts:
                    wrong.append(f"{card['proved']}: {name} reads {texts} ({what})")
    for name, (good, all_of) in read.items():
        print(f"{name}: {good} of {all_of} degraded pictures read")
        if good < 0.9 * all_of:
            wrong.append(f"{name} reads only {good} of {all_of}")
    print("\n".join(wrong) or f"{len(manifest['cards'])} cards: every module as segno has it, and read by both engines")
    sys.exit(1 if wrong else 0)


main()
