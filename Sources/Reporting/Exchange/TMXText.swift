/// The parts of TMX 1.4b that briefs and memories share. Source: LISA OSCAR, TMX 1.4b, 2005.
enum TMXText {
  /// A memory of sentences from Vietnamese, without a date, so that the same units give the same bytes.
  static func document(_ units: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4">
    <header creationtool="songngu" creationtoolversion="1" segtype="sentence" o-tmf="songngu" \
    adminlang="en" srclang="vi" datatype="plaintext"/>
    <body>
    \(units)</body>
    </tmx>

    """
  }

  /// A sentence and its English.
  static func pair(_ vi: String, _ en: String) -> String {
    """
    <tuv xml:lang="vi"><seg>\(Escaping.html(vi))</seg></tuv>
    <tuv xml:lang="en"><seg>\(Escaping.html(en))</seg></tuv>
    """
  }
}
