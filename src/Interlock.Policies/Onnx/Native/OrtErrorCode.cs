namespace Interlock.Policies.Onnx.Native;

/// <summary>Why a call failed. Source: <c>OrtErrorCode</c> in onnxruntime_c_api.h.</summary>
internal enum OrtErrorCode
{
    None = 0,
    Failed = 1,
    InvalidArgument = 2,
    NoSuchFile = 3,
    NoModel = 4,
    Engine = 5,
    RuntimeException = 6,
    InvalidProtobuf = 7,
    ModelLoaded = 8,
    NotImplemented = 9,
    InvalidGraph = 10,
}
