using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Binding;

/// <summary>Which element types a source can be written into without losing what it says.</summary>
internal static class SourceTypes
{
    public static bool CanFill(this OnnxInputSource source, ElementType type) => source switch
    {
        OnnxInputSource.State or OnnxInputSource.Prefix or OnnxInputSource.PreviousAction or OnnxInputSource.Noise => type.IsFloating(),
        OnnxInputSource.Image => type.IsFloating() || type == ElementType.UInt8,
        OnnxInputSource.TaskIds => type is ElementType.Int32 or ElementType.Int64,
        OnnxInputSource.PrefixLength or OnnxInputSource.DelaySteps or OnnxInputSource.Seed => type.IsFloating() || type is ElementType.Int32 or ElementType.Int64,
        OnnxInputSource.Dropout => type.IsFloating() || type == ElementType.Bool,
        _ => type.IsKnown(),
    };
}
