# Two commands: `make brief` and `make test`. Both install the apt packages they miss.
PACKAGES = libicu-dev libsqlite3-dev libxml2-dev libzip-dev pkg-config
PROGRAM = .build/release/songngu

.PHONY: brief test build lint bench packages readers transcripts

brief: build
	$(PROGRAM) brief seeds/ --output briefs

test: packages
	swift build --build-tests
	swift test --skip-build

build: packages
	swift build -c release --product songngu

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: packages
	swift build -c release --product songngu-bench
	.build/release/songngu-bench seeds/000_*.txt seeds/002_*.txt seeds/003_*.txt seeds/004_*.txt

# The programs that read what `glossary convert` and `brief` write; without them their tests skip them.
readers:
	sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends omegat libxml2-utils translate-toolkit chromium libreoffice-writer-nogui pandoc poppler-utils python3-jsonschema fonts-noto-core
	python3 -m pip install --quiet --no-deps axe-playwright-python==0.1.8 || echo "axe-core could not be installed; its checks are skipped"

transcripts: build
	python3 Tests/Scripts/update_transcripts.py

packages:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing:$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi
