using Interlock.Core.Diagnostics;
using Interlock.Core.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>What the allowed names do with their arguments: each accepts one shape of them and makes one piece of data.</summary>
internal sealed class PickleCalls(AllocationBudget budget, bool isInner = false)
{
    private const int DtypeStateVersion = 3;

    private PickleBytes? _lastStream;
    private TorchStorage? _lastStorage;

    public object Call(object? callee, object? arguments, int at)
    {
        object?[] items = (arguments as PickleTuple)?.Items ?? throw Refused(callee, at);
        return (callee as PickleGlobal)?.Kind switch
        {
            PickleGlobalKind.NdarrayReconstruct when items is [PickleGlobal { Kind: PickleGlobalKind.NdarrayClass }, PickleTuple, PickleBytes] =>
                new PickleArray(),
            PickleGlobalKind.DtypeClass when items is [string code, false, true or false] => new PickleDtype(code),
            PickleGlobalKind.NdarrayFromBuffer when items is [PickleBytes data, PickleDtype dtype, PickleTuple shape, "C"] =>
                new PickleArray { Value = Array(dtype, shape, data, at) },
            PickleGlobalKind.TensorRebuild => new PickleArray { Value = TorchTensor.View(items, at) },
            PickleGlobalKind.StorageLoad when !isInner && items is [PickleBytes stream] => Storage(stream, at),
            _ => throw Refused(callee, at),
        };
    }

    public void Build(object? state, PickleStack stack, int at)
    {
        switch (stack.Peek(at), state)
        {
            case (PickleMessage { State: null } message, OrderedDictionary<string, object?> fields):
                message.State = fields;
                break;
            case (PickleDtype { Value: null } dtype, PickleTuple { Items: [Int128 version, string order, null, null, null, ..] })
                when version == DtypeStateVersion:
                dtype.Value = NumpyDtype.Read($"{order}{dtype.Code}", PickleCursor.Format, at);
                break;
            case (PickleArray { Value: null } array, PickleTuple { Items: [_, PickleTuple shape, PickleDtype dtype, false, PickleBytes data] }):
                array.Value = Array(dtype, shape, data, at);
                break;
            case (PickleArray { Value: null }, PickleTuple { Items: [_, _, _, true, _] }):
                throw WireError.At(
                    WireCodes.CallRefused, PickleCursor.Format, at, "an array in Fortran order", "send numpy.ascontiguousarray(array)");
            default:
                throw Refused(stack.Peek(at), at);
        }
    }

    public TorchStorage Persistent(object? id, int at) => isInner && id is PickleTuple
    {
        Items: ["storage", PickleGlobal { Kind: PickleGlobalKind.FloatStorage }, string key, string, Int128 count, null],
    } && count >= 0 && count <= int.MaxValue
        ? new TorchStorage(key, (long)count)
        : throw WireError.At(WireCodes.TorchStream, PickleCursor.Format, at, "a persistent reference that is no storage of float32");

    public static DiagnosticException Refused(object? callee, int at) => WireError.At(
        WireCodes.CallRefused,
        PickleCursor.Format,
        at,
        $"{Quoted.Of(callee is PickleGlobal global ? global.Name : callee?.GetType().Name ?? "None")} is used in a way no payload uses it");

    private NumpyArray Array(PickleDtype dtype, PickleTuple shape, PickleBytes data, int at)
    {
        budget.Charge(AllocationBudget.NodeBytes, at);
        NumpyDtype known = dtype.Value ?? throw PickleStack.Malformed(at, "an array has a dtype without its byte order");
        return NumpyArray.Checked(known, TorchTensor.Shape(shape, at), data.Value, PickleCursor.Format, at);
    }

    // Every action of a chunk carries the whole chunk: an identical stream is read once, but keeps its own numbers, which a proxy may change.
    private TorchStorage Storage(PickleBytes stream, int at)
    {
        if (_lastStorage is null || !_lastStream!.Value.Span.SequenceEqual(stream.Value.Span))
        {
            (_lastStorage, _lastStream) = (TorchStream.Read(stream.Value, budget, at), stream);
            return _lastStorage;
        }

        budget.Charge(AllocationBudget.NodeBytes, at);
        return new TorchStorage(_lastStorage.Key, _lastStorage.Elements) { Data = stream.Value[^_lastStorage.Data.Length..] };
    }
}
