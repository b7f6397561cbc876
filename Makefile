# make demo     install what is missing, build, and annotate the sample article
# make test     install what is missing, and run all tests
# make install  [PREFIX=/usr/local] [DESTDIR=]
# make help     this list

PREFIX ?= /usr/local
SWIFT ?= swift
# Linked statically to Swift's own library, a program starts in 5 ms instead of 15.
RELEASE = -c release --static-swift-stdlib
PACKAGES = libicu-dev libxml2-dev libsqlite3-dev zlib1g-dev pkg-config
SHARE = $(DESTDIR)$(PREFIX)/share/yiming

.PHONY: help demo test build install uninstall clean setup docs

help:
	@sed -n 's/^# make/make/p' Makefile

# Only what dpkg does not know is installed, so that a second run needs no network.
setup:
	@missing=; \
	if command -v dpkg-query >/dev/null; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	  done; \
	fi; \
	if [ -n "$$missing" ]; then \
	  sudo=; if [ "$$(id -u)" != 0 ]; then sudo=sudo; fi; \
	  echo "installing$$missing"; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
	fi
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: see swift.org/install" >&2; exit 2; }

build: setup
	$(SWIFT) build $(RELEASE) --product yiming

demo: build
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/yiming" annotate samples/article.txt

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

install: build
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)"; \
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)"; \
	install -m 755 "$$bin/yiming" "$(DESTDIR)$(PREFIX)/bin/yiming"; \
	rm -rf "$(SHARE)/core" "$(SHARE)/wide" "$(SHARE)/language" "$(SHARE)/compiled" "$(SHARE)/licenses"; \
	cp -R glossary/core glossary/language glossary/licenses "$(SHARE)/"; \
	install -d "$(SHARE)/wide"; \
	install -m 644 glossary/wide/*.tsv "$(SHARE)/wide/"; \
	install -m 644 glossary/SOURCES.md LICENSE "$(SHARE)/"; \
	"$(DESTDIR)$(PREFIX)/bin/yiming" glossary compile "$(SHARE)/compiled"; \
	chmod -R a+rX "$(SHARE)"; \
	echo "installed $(DESTDIR)$(PREFIX)/bin/yiming"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/yiming"
	rm -rf "$(SHARE)"

clean:
	$(SWIFT) package clean
	rm -rf .build
