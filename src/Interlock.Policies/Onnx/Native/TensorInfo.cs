namespace Interlock.Policies.Onnx.Native;

/// <summary>An input or output as the graph declares it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Undefined when it is no tensor.</param>
/// <param name="Shape">Its dimensions; below 0 where the graph leaves one open.</param>
internal sealed record TensorInfo(string Name, ElementType Type, IReadOnlyList<long> Shape)
{
    /// <summary>Type and shape for a message: <c>float32 ?×3×224×224</c>.</summary>
    public string Text => $"{Type.Word()} {ShapeText(Shape)}";

    public static string ShapeText(IEnumerable<long> shape)
    {
        string text = string.Join('×', shape.Select(size => size < 0 ? "?" : $"{size}"));
        return text.Length == 0 ? "scalar" : text;
    }
}
