namespace Interlock.Policies.Onnx.Native;

/// <summary>Reads type and shape of a tensor.</summary>
internal static class OrtShape
{
    public static TensorInfo Read(OrtApi api, string name, nint info)
    {
        long[] shape = new long[api.Get(OrtFunction.GetDimensionsCount, info)];
        api.GetDimensions(info, shape);
        return new TensorInfo(name, (ElementType)api.GetElementType(info), shape);
    }

    /// <summary>Of a value that the runtime made.</summary>
    public static TensorInfo OfValue(OrtApi api, string name, nint value)
    {
        using OrtHandle info = new(api, api.Get(OrtFunction.GetTensorTypeAndShape, value), OrtFunction.ReleaseTensorTypeAndShapeInfo);
        return Read(api, name, info.Address);
    }
}
