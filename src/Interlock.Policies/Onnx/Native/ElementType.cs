namespace Interlock.Policies.Onnx.Native;

/// <summary>Type of a tensor's elements. Source: <c>ONNXTensorElementDataType</c>, the numbers of ONNX's <c>TensorProto.DataType</c>.</summary>
internal enum ElementType
{
    Undefined = 0,
    Float32 = 1,
    UInt8 = 2,
    Int32 = 6,
    Int64 = 7,
    Bool = 9,
    Float64 = 11,
}
