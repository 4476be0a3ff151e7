using System.Buffers.Binary;
using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>The legacy stream of torch.save with one storage: five pickles, a length, the numbers. Source: torch/serialization.py.</summary>
internal static class TorchStream
{
    public const int ProtocolVersion = 1001;

    // Lists, memo and cursor of five machines, beyond what the values themselves take.
    private const int MachineBytes = 4096;

    /// <summary>The bytes of the magic number 0x1950a86a20f9469cfc6c, smallest first.</summary>
    public static ReadOnlySpan<byte> Magic => [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    private static readonly Int128 MagicNumber = new(0x1950, 0xa86a20f9469cfc6c);

    public static TorchStorage Read(ReadOnlyMemory<byte> stream, AllocationBudget budget, int at)
    {
        budget.Charge(MachineBytes, at);
        InnerCalls calls = new(stream, budget, at);
        Require(calls.Next() is Int128 magic && magic == MagicNumber, at, "it does not begin with the magic number");
        Require(calls.Next() is Int128 version && version == ProtocolVersion, at, "its version is not 1001");
        Require(calls.Next() is OrderedDictionary<string, object?> system && system.GetValueOrDefault("little_endian") is true, at, "it is not little-endian");
        TorchStorage storage = calls.Next() as TorchStorage ?? throw Malformed(at, "it holds no storage");
        Require(calls.Next() is List<object?> list && list is [string key] && key == storage.Key, at, "its list of storages does not fit");
        storage.Data = Numbers(stream[calls.Position..], storage.Elements, at);
        return storage;
    }

    private static ReadOnlyMemory<byte> Numbers(ReadOnlyMemory<byte> rest, long elements, int at)
    {
        bool fits = rest.Length == sizeof(long) + (elements * sizeof(float))
            && BinaryPrimitives.ReadInt64LittleEndian(rest.Span) == elements;
        Require(fits, at, $"{rest.Length} bytes are left for {elements} numbers and their count");
        return rest[sizeof(long)..];
    }

    private static void Require(bool condition, int at, string message)
    {
        if (!condition)
        {
            throw Malformed(at, message);
        }
    }

    private static DiagnosticException Malformed(int at, string message) =>
        WireError.At(WireCodes.TorchStream, PickleCursor.Format, at, $"the torch stream cannot be read: {message}");

    private sealed class InnerCalls(ReadOnlyMemory<byte> stream, AllocationBudget budget, int at)
    {
        public int Position { get; private set; }

        public object? Next()
        {
            PickleMachine machine = new(stream, budget, new PickleCalls(budget, isInner: true), Position);
            try
            {
                object? value = machine.Run();
                Position = machine.Position;
                return value;
            }
            catch (DiagnosticException error) when (error.Diagnostics is [{ Code: WireCodes.Truncated }])
            {
                throw Malformed(at, "it ends early");
            }
        }
    }
}
