/// Means with intervals: the percentile bootstrap over items, with a fixed seed.
///
/// Source: Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, chapter 13.
public struct Bootstrap: Hashable, Codable, Sendable {
  /// The mean.
  public let mean: Double
  /// The lower end of the 95 % interval.
  public let low: Double
  /// The upper end of the 95 % interval.
  public let high: Double

  /// The mean of values and the interval of 1000 resamples of them.
  public init(_ values: [Double]) {
    let mean = values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    self.mean = mean
    guard values.count > 1 else {
      (low, high) = (mean, mean)
      return
    }
    var state: UInt64 = 20260
    var means: [Double] = []
    for _ in 0..<1000 {
      var sum = 0.0
      for _ in values { sum += values[Self.next(&state, below: values.count)] }
      means.append(sum / Double(values.count))
    }
    means.sort()
    low = Self.percentile(means, 0.025)
    high = Self.percentile(means, 0.975)
  }

  /// The mean difference of two lists over the same items; the shorter decides.
  public init(_ left: [Double], minus right: [Double]) {
    self.init(zip(left, right).map { $0 - $1 })
  }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private static func next(_ state: inout UInt64, below count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(count))
  }

  private static func percentile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted[index] }
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }
}
