using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>Bytes on the stack: a slice of the payload.</summary>
internal sealed record PickleBytes(ReadOnlyMemory<byte> Value);

/// <summary>A tuple on the stack.</summary>
internal sealed record PickleTuple(object?[] Items)
{
    public static PickleTuple Empty { get; } = new([]);
}

/// <summary>A message object, made by NEWOBJ and filled by BUILD.</summary>
internal sealed class PickleMessage(PickleGlobal type)
{
    public PickleGlobal Type { get; } = type;

    public OrderedDictionary<string, object?>? State { get; set; }
}

/// <summary>A dtype, made with its code and completed with its byte order.</summary>
internal sealed class PickleDtype(string code)
{
    public string Code { get; } = code;

    public NumpyDtype? Value { get; set; }
}

/// <summary>An array or tensor; empty between _reconstruct and BUILD.</summary>
internal sealed class PickleArray
{
    public NumpyArray? Value { get; set; }
}

/// <summary>A torch storage of float32: its little-endian bytes.</summary>
internal sealed class TorchStorage(string key, long elements)
{
    public string Key { get; } = key;

    public long Elements { get; } = elements;

    public ReadOnlyMemory<byte> Data { get; set; }
}
