import Normalization
import Segmentation
import TextModel
public import Workflow

extension Workbench {
  /// The blocks of a page, as texts.
  public func parts(of page: String) throws -> [String] {
    let article = try articleReader().read(normalizer.normalize(page).text)
    return article.blocks.map { article.text.string($0.span) }
  }
}
