using YamlDotNet.RepresentationModel;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>Members of foreign YAML that may be absent or of another kind.</summary>
internal static class YamlParts
{
    public static YamlNode? Child(YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? child) ? child : null;

    /// <summary>Null for none and for an empty one.</summary>
    public static string? Scalar(YamlNode? node, string key) => Child(node, key) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;
}
