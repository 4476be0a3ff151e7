namespace Interlock.Policies.Onnx.Native;

/// <summary>A tensor of the runtime over memory of ours, bound once and used for every inference.</summary>
internal sealed class OrtTensor : IDisposable
{
    private readonly OrtHandle _value;

    public OrtTensor(OrtRuntime runtime, ElementType type, IReadOnlyList<long> shape)
    {
        Shape = shape;
        Buffer = new TensorBuffer(type, checked((int)shape.Aggregate(1L, (count, size) => checked(count * size))));
        nint value = runtime.Api.CreateTensor(runtime.CpuMemory.Address, Buffer.Address, Buffer.Length, [.. shape], (int)type);
        _value = new OrtHandle(runtime.Api, value, OrtFunction.ReleaseValue);
    }

    public IReadOnlyList<long> Shape { get; }

    public TensorBuffer Buffer { get; }

    public nint Address => _value.Address;

    public string Text => $"{Buffer.Type.Word()} {TensorInfo.ShapeText(Shape)}";

    public void Dispose() => _value.Dispose();
}
