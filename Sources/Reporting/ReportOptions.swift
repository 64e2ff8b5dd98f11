/// How reports are dressed: the form of dates and the templates of the HTML pages.
public struct ReportOptions: Sendable {
  /// How dates are written.
  public var dates: DateForm
  /// The templates of the HTML pages.
  public var template: HouseTemplate

  /// Makes options.
  /// - Parameters:
  ///   - dates: how dates are written. Default: `7 December 2021, 15:09`.
  ///   - template: the templates. Default: nil, the shipped ones.
  /// - Throws: `TemplateError` when a shipped template is missing from the installation.
  public init(
    dates: DateForm = DateForm(), template: HouseTemplate? = nil
  ) throws(TemplateError) {
    self.dates = dates
    if let template { self.template = template } else { self.template = try HouseTemplate() }
  }
}
