import TextModel

/// Lets values encode themselves into a node.
struct NodeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Fields<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.content = .array([])
    return Items(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(node: node, codingPath: codingPath)
  }
}

private struct Fields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { node.add(.null, key.stringValue) }
  func encode(_ value: String, forKey key: Key) { node.add(.string(value), key.stringValue) }
  func encode(_ value: Int, forKey key: Key) { node.add(.integer(value), key.stringValue) }
  func encode(_ value: Bool, forKey key: Key) { node.add(.bool(value), key.stringValue) }
  func encode(_ value: Double, forKey key: Key) {
    node.add(JSONNode.number(value), key.stringValue)
  }
  func encode<Other: Encodable>(_ value: Other, forKey key: Key) throws {
    if Other.self == [String].self, let list = value as? [String] {
      return node.add(.strings(list), key.stringValue)
    }
    if Other.self == [TranslatedWord].self, let list = value as? [TranslatedWord] {
      return node.add(.words(list), key.stringValue)
    }
    node.add(try JSONNode.value(value, codingPath), key.stringValue)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key).container(keyedBy: keyType)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { NodeEncoder(node: node, codingPath: codingPath) }
  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: Key) -> NodeEncoder {
    let child = JSONNode()
    node.add(.node(child), key.stringValue)
    return NodeEncoder(node: child, codingPath: codingPath)
  }
}

private struct Items: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var count: Int {
    if case .array(let items) = node.content { return items.count }
    return 0
  }

  func encodeNil() { node.add(.null) }
  func encode(_ value: String) { node.add(.string(value)) }
  func encode(_ value: Int) { node.add(.integer(value)) }
  func encode(_ value: Bool) { node.add(.bool(value)) }
  func encode(_ value: Double) { node.add(JSONNode.number(value)) }
  func encode(_ value: some Encodable) throws { node.add(try JSONNode.value(value, codingPath)) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    encoder().container(keyedBy: keyType)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }
  func superEncoder() -> any Encoder { encoder() }

  private func encoder() -> NodeEncoder {
    let child = JSONNode()
    node.add(.node(child))
    return NodeEncoder(node: child, codingPath: codingPath)
  }
}

private struct Single: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil() { node.content = .single(.null) }
  func encode(_ value: String) { node.content = .single(.string(value)) }
  func encode(_ value: Int) { node.content = .single(.integer(value)) }
  func encode(_ value: Bool) { node.content = .single(.bool(value)) }
  func encode(_ value: Double) { node.content = .single(JSONNode.number(value)) }
  func encode(_ value: some Encodable) throws {
    node.content = .single(try JSONNode.value(value, codingPath))
  }
}
