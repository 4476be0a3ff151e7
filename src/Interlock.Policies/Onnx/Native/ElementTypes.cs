namespace Interlock.Policies.Onnx.Native;

/// <summary>Sizes and names of element types.</summary>
internal static class ElementTypes
{
    public static bool IsKnown(this ElementType type) => type.SizeBytes() > 0;

    public static bool IsFloating(this ElementType type) => type is ElementType.Float32 or ElementType.Float64;

    /// <summary>0 for a type that is not supported here.</summary>
    public static int SizeBytes(this ElementType type) => type switch
    {
        ElementType.UInt8 or ElementType.Bool => 1,
        ElementType.Float32 or ElementType.Int32 => sizeof(int),
        ElementType.Float64 or ElementType.Int64 => sizeof(long),
        _ => 0,
    };

    public static string Word(this ElementType type) =>
        type.IsKnown() ? type.ToString().ToLowerInvariant() : $"element type {(int)type}";
}
