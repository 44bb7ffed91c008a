# make run   sets up, prints the cards for a trial, and serves the pages
# make test  sets up and runs all tests

PORT ?= 8080
# A phone in the same network must be able to open what the trial cards say.
LAN_HOST := $(shell hostname -I 2>/dev/null | awk '{ print $$1 }')
BASE_URL ?= http://$(or $(LAN_HOST),localhost):$(PORT)
OUT ?= .build/cards
# The tests look into the modules, and what they try is what runs: one build for both, which a fresh clone waits for once.
BUILD = swift build -c release -Xswiftc -enable-testing
ONECARD = .build/release/onecard
# For packages and measurements, with Swift inside: it starts a third sooner, and runs where no Swift is installed. What
# the linker says of mktemp and the like is about Swift's own Foundation.
PORTABLE = .build/portable/release/onecard

# make deb makes a Debian package in .build/deb, from the release build or from BINARY=…
NUMBER := $(shell sed -n 's/^\#define ONECARD_VERSION "\(.*\)"/\1/p' Sources/BuildInfo/include/BuildInfo.h)
VERSION ?= $(NUMBER).$(shell git rev-list --count HEAD 2>/dev/null || echo 0)
BINARY ?=

# make systemd-test installs the package into a Debian container, boots it, and breaks there what can break; as root

# make bench measures onecard beside its peers, in one run
.PHONY: run test build bench deb systemd-test format lint clean

run:
	@Tools/install run
	$(BUILD) --product onecard
	$(ONECARD) check
	$(ONECARD) print --trial --base-url $(BASE_URL) --out $(OUT)
	@echo "卡片在 / the cards are in  $(OUT)"
	@exec $(ONECARD) serve --host 0.0.0.0 --port $(PORT) --base-url $(BASE_URL)

build:
	@Tools/install run
	swift build --scratch-path .build/portable -c release --static-swift-stdlib --product onecard

test:
	@Tools/install run test
	$(BUILD) --build-tests
	@Tools/test

bench: build
	@Tools/install run test bench
	.build/venv/bin/python Benchmarks/check.py $(PORTABLE)
	.build/venv/bin/python Benchmarks/cards.py $(PORTABLE)
	.build/venv/bin/python Benchmarks/reload.py $(PORTABLE)
	for codes in 1000 16000 1000000; do $(PORTABLE) bench-codes $$codes || exit 1; done
	Benchmarks/serve.sh $(PORTABLE)

deb:
	@Tools/install run test
ifeq ($(BINARY),)
	$(MAKE) build
endif
	Packaging/make-deb.sh $(or $(BINARY),$(PORTABLE)) $(VERSION) .build/deb

systemd-test: deb
	Tests/Systemd/run .build/deb/onecard_$(VERSION)_$$(dpkg --print-architecture).deb

format:
	swift format --in-place --recursive Package.swift Sources Tests

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

clean:
	rm -rf .build
