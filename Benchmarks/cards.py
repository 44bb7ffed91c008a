"""Cards per second against peers, all in one run: only the ratios mean anything.

    python3 Benchmarks/cards.py PATH_OF_ONECARD        in the repository's root

Ours is the front of the shipped pocket card, drawn as `onecard print` draws it. The peers draw the same card:
onecard tells them (`bench-cards --outline`) every text with its place and final size, every line and area and the
symbol's place, so they need not break, shrink or place anything; they draw in 8-bit grey (Pillow writes no 4-bit
grey), with the same level of error correction, level 6 (Pillow's own) unless said, dpi and texts in the file, fonts
loaded once. Ours has the accent colour besides; it draws and compresses only what is not as on the card before (here
the title, the code and the symbol), which is part of what is measured. Where ours proves, the peer decodes its finished
file with pyzbar, as it is and only once. Times are of the processor, on one core, but for what is written to files on
one core and on all, and for the one card from the command line: those are by the clock.

Needs segno, qrcode, pillow and pyzbar; fonts-noto-cjk and libzbar0.
"""
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import qrcode
import segno
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin
from pyzbar import pyzbar

ROUNDS, OURS, PEERS = 3, 300, 80
SCALE = 300 / 25.4
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
ANCHORS = {"left": "ls", "centre": "ms", "right": "rs"}
fonts = {}


def font(points, bold):
    key = (points, bold)
    if key not in fonts:
        # Index 2 of the collection is the simplified Chinese face.
        fonts[key] = ImageFont.truetype(FONT.format("Bold" if bold else "Regular"), points / 72 * 300, index=2)
    return fonts[key]


def segno_matrix(text, level):
    return [[bool(cell & 1) for cell in row] for row in segno.make(text, error=level, micro=False, boost_error=False).matrix]


def qrcode_matrix(text, level):
    code = qrcode.QRCode(error_correction=getattr(qrcode.constants, f"ERROR_CORRECT_{level}"), border=0)
    code.add_data(text)
    code.make(fit=True)
    return code.get_matrix()


def draw(card, matrix_of, level=6):
    image = Image.new("L", (card["width"], card["height"]), 255)
    pen = ImageDraw.Draw(image)
    for area in card["areas"]:
        left, top = round(area["x"] * SCALE), round(area["y"] * SCALE)
        right, bottom = left + max(1, round(area["width"] * SCALE)), top + max(1, round(area["height"] * SCALE))
        pen.rectangle((left, top, right - 1, bottom - 1), fill=area["grey"])
    for line in card["lines"]:
        pen.text((line["x"] * SCALE, line["baseline"] * SCALE), line["text"], font=font(line["points"], line["bold"]),
                 fill=line["grey"], anchor=ANCHORS[line["anchor"]])
    place = card["symbol"]
    matrix = matrix_of(card["address"], place["level"])
    symbol = Image.frombytes("L", (len(matrix), len(matrix)), bytes(0 if cell else 255 for row in matrix for cell in row))
    side = len(matrix) * place["module_pixels"]
    image.paste(symbol.resize((side, side), Image.NEAREST), (place["x"], place["y"]))
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Title", card["title"])
    info.add_itxt("Source", card["address"])
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=level, dpi=(300, 300), pnginfo=info)
    return file.getvalue()


def peer(cards, matrix_of, level=6, proves=False):
    """Milliseconds and bytes of one card."""
    for card in cards[:5]:
        draw(card, matrix_of, level)
    start = time.process_time()
    for card in cards:
        file = draw(card, matrix_of, level)
        if proves:
            found = pyzbar.decode(Image.open(io.BytesIO(file)), symbols=[pyzbar.ZBarSymbol.QRCODE])
            assert [symbol.data.decode() for symbol in found] == [card["address"]]
    return (time.process_time() - start) * 1000 / len(cards), len(file)


def ours(*arguments):
    command = [sys.argv[1], "bench-cards", *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def one_card(name):
    """Milliseconds of one card, both sides, from the command line: guides read and checked, drawn, proved, written."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run([sys.argv[1], "print", name, "--trial", "--out", folder], check=True, capture_output=True)
        return (time.perf_counter() - start) * 1000


def check():
    """Milliseconds of the same without a card: guides read and checked."""
    start = time.perf_counter()
    subprocess.run([sys.argv[1], "check"], check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def main():
    cards = ours(str(PEERS), "--outline")
    if os.environ.get("KEEP"):
        open(os.environ["KEEP"], "wb").write(draw(cards[0], segno_matrix))
    rounds = []
    for _ in range(ROUNDS):
        found = ours(str(OURS))
        found["segno_ms"], found["segno_bytes"] = peer(cards, segno_matrix)
        found["fast_ms"], found["fast_bytes"] = peer(cards, segno_matrix, level=1)
        found["qrcode_ms"], found["qrcode_bytes"] = peer(cards, qrcode_matrix)
        found["segno_proved_ms"], _ = peer(cards, segno_matrix, proves=True)
        found["qrcode_proved_ms"], _ = peer(cards, qrcode_matrix, proves=True)
        rounds.append(found)
    memory = ours("1000", "--memory")
    one_card("房地产开发")
    single = statistics.median(one_card("房地产开发") for _ in range(15))
    reading = statistics.median(check() for _ in range(15))

    def median(key):
        return statistics.median(each[key] for each in rounds)

    def ratio(top, bottom):
        return statistics.median(each[top] / each[bottom] for each in rounds)

    def row(name, key, rest):
        print(f"{name:32} {median(key):7.2f} ms a card {1000 / median(key):6.0f} a second   {rest}")

    first = rounds[0]
    row("onecard", "draw_ms", f"{first['bytes']} bytes")
    row("onecard, proved", "proved_ms", "as it is and degraded")
    row("onecard, proved and written", "bulk_ms", "")
    row(f"the same on {first['cores']} cores", "parallel_ms", f"{ratio('bulk_ms', 'parallel_ms'):.2f} times one core (goal: nearly {first['cores']})")
    row("libpng alone, the same pixels", "floor_ms", f"onecard takes {ratio('draw_ms', 'floor_ms'):.2f} times as long (goal: at most 1.6)")
    row("segno + Pillow", "segno_ms", f"{ratio('segno_ms', 'draw_ms'):.2f} times ours (goal: 6), {first['segno_bytes']} bytes")
    row("segno + Pillow, level 1", "fast_ms", f"{ratio('fast_ms', 'draw_ms'):.2f} times ours, {first['fast_bytes']} bytes")
    row("python-qrcode + Pillow", "qrcode_ms", f"{ratio('qrcode_ms', 'draw_ms'):.2f} times ours, {first['qrcode_bytes']} bytes")
    row("segno + Pillow + pyzbar", "segno_proved_ms", f"{ratio('segno_proved_ms', 'proved_ms'):.2f} times ours, proved (goal: 6)")
    row("python-qrcode + Pillow + pyzbar", "qrcode_proved_ms", f"{ratio('qrcode_proved_ms', 'proved_ms'):.2f} times ours, proved")
    print(f"memory, at most, after 200 and after 1000 cards: {memory['early_kb'] / 1000:.0f} and {memory['late_kb'] / 1000:.0f} MB")
    print(f"one card from the command line, both sides, proved: {single:.0f} ms (goal: under 60); reading and checking all guides alone: {reading:.0f} ms")


main()
