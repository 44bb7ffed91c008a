"""Cards per second against peers, all in one run: only the ratios mean anything.

    python3 Benchmarks/cards.py PATH_OF_CARDBENCH

The peers draw the same card: 1011 x 638 pixels, the same texts at the same sizes, the symbol with the same modules, in
8-bit grey (Pillow writes no 4-bit grey), level 6, dpi and texts in the file, fonts loaded once. Ours has the accent
colour besides. Where ours proves, the peer decodes its finished file with pyzbar, as it is. Needs segno, qrcode,
pillow and, for the proof, pyzbar; fonts-noto-cjk.
"""
import io
import json
import statistics
import subprocess
import sys
import time

import qrcode
import segno
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

SCALE = 300 / 25.4
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
fonts = {}


def font(points, bold):
    key = (points, bold)
    if key not in fonts:
        # Index 2 of the collection is the simplified Chinese face.
        fonts[key] = ImageFont.truetype(FONT.format("Bold" if bold else "Regular"), round(points / 72 * 300), index=2)
    return fonts[key]


ENTRIES = [("审批流程图", "四个阶段"), ("服务指南", "二十三个事项"), ("申请材料", "全程清单"), ("实施依据", "法条原文")]


def segno_matrix(text):
    return [[bool(cell & 1) for cell in row] for row in segno.make(text, error="m", micro=False).matrix]


def qrcode_matrix(text):
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return code.get_matrix()


def draw(number, matrix_of):
    code = f"{number:04X}K"
    address = f"https://zw.jining.gov.cn/c/{code}"
    image = Image.new("L", (1011, 638), 255)
    pen = ImageDraw.Draw(image)

    def text(words, x, baseline, points, bold=False, shade=0, anchor="ls"):
        pen.text((x * SCALE, baseline * SCALE), words, font=font(points, bold), fill=shade, anchor=anchor)

    pen.rectangle((0, 0, 28, 638), fill=80)
    text("投资项目服务一卡通", 7.4, 7.85, 7.5, True, 80)
    text(f"房地产开发{number}", 7.4, 16.2, 17, True)
    text("微信扫一扫，一页看全", 7.4, 21.5, 8, False, 89)
    for row, (name, note) in enumerate(ENTRIES):
        y = 24.9 + 5.3 * row
        pen.rectangle((7.4 * SCALE, y * SCALE, 45.4 * SCALE, y * SCALE + 1), fill=212)
        text(name, 7.4, y + 3.95, 9.5)
        text(note, 45.4, y + 3.95, 7.5, False, 80, "rs")
    text("zw.jining.gov.cn", 67, 39.3, 8.5, False, 0, "ms")
    text("卡号", 53.4, 44.75, 7.5, False, 89)
    text(f"{code[:4]}-{code[4:]}", 80.6, 44.75, 14.5, True, 0, "rs")
    text("济宁市行政审批服务局", 7.4, 50, 7, False, 89)
    text("咨询 0537-3239633　2026年11月版", 80.6, 50, 7, False, 89, "rs")
    matrix = matrix_of(address)
    symbol = Image.new("L", (len(matrix), len(matrix)), 255)
    symbol.putdata([0 if cell else 255 for row in matrix for cell in row])
    image.paste(symbol.resize((len(matrix) * 11, len(matrix) * 11), Image.NEAREST), (632, 67))
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Title", "房地产开发")
    info.add_itxt("Source", address)
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=6, dpi=(300, 300), pnginfo=info)
    return file.getvalue(), address


def peer(matrix_of, count, proves=False):
    if proves:
        from pyzbar import pyzbar
    for number in range(5):
        draw(number, matrix_of)
    start = time.perf_counter()
    for number in range(count):
        file, address = draw(number, matrix_of)
        if proves:
            found = pyzbar.decode(Image.open(io.BytesIO(file)), symbols=[pyzbar.ZBarSymbol.QRCODE])
            assert [symbol.data.decode() for symbol in found] == [address]
    return (time.perf_counter() - start) * 1000 / count, len(file)


def main():
    rounds = []
    for _ in range(3):
        ours = json.loads(subprocess.run([sys.argv[1], "bench-cards", "300"], check=True, capture_output=True, text=True).stdout)
        ours["segno_ms"], ours["segno_bytes"] = peer(segno_matrix, 100)
        ours["qrcode_ms"], _ = peer(qrcode_matrix, 100)
        try:
            ours["segno_proved_ms"], _ = peer(segno_matrix, 60, proves=True)
        except ImportError:
            print("pyzbar is not installed: the peer's proof is left out")
        rounds.append(ours)

    def median(key):
        return statistics.median(each[key] for each in rounds)

    def ratio(top, bottom):
        return statistics.median(each[top] / each[bottom] for each in rounds)

    print(f"ours, drawn           {median('draw_ms'):7.2f} ms a card  {1000 / median('draw_ms'):6.0f} a second, {rounds[0]['bytes']} bytes")
    print(f"ours, proved          {median('proved_ms'):7.2f} ms         {1000 / median('proved_ms'):6.0f} a second")
    print(f"ours, proved, {rounds[0]['cores']} cores {median('parallel_ms'):7.2f} ms         {1000 / median('parallel_ms'):6.0f} a second, {ratio('proved_ms', 'parallel_ms'):.2f} times one core")
    print(f"libpng alone          {median('floor_ms'):7.2f} ms         ours takes {ratio('draw_ms', 'floor_ms'):.2f} times as long (goal: at most 1.6)")
    print(f"segno + Pillow        {median('segno_ms'):7.2f} ms         {ratio('segno_ms', 'draw_ms'):.2f} times ours (goal: 6), {rounds[0]['segno_bytes']} bytes")
    print(f"python-qrcode + Pillow{median('qrcode_ms'):7.2f} ms         {ratio('qrcode_ms', 'draw_ms'):.2f} times ours")
    if all("segno_proved_ms" in each for each in rounds):
        print(f"segno + Pillow + pyzbar{median('segno_proved_ms'):6.2f} ms         {ratio('segno_proved_ms', 'proved_ms'):.2f} times ours, proved (goal: 6)")


main()
