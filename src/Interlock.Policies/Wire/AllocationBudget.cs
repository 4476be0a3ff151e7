namespace Interlock.Policies.Wire;

/// <summary>
/// What decoding one payload may allocate: four times its length and one MiB. Charged before the allocation is made, so that a short
/// payload cannot ask for much memory.
/// </summary>
internal sealed class AllocationBudget(string format, long inputBytes)
{
    public const int BytesPerInputByte = 4;
    public const int AllowanceBytes = 1 << 20;

    // What the run time takes for one object of each sort on a 64-bit machine, rounded up; growth by doubling is included.
    public const int NodeBytes = 64;
    public const int MapBytes = 240;
    public const int MapEntryBytes = 80;
    public const int SlotBytes = 32;

    private long _leftBytes = (BytesPerInputByte * inputBytes) + AllowanceBytes;

    public void Charge(long bytes, long offset)
    {
        _leftBytes -= bytes;
        if (_leftBytes < 0)
        {
            throw WireError.At(
                WireCodes.TooLarge,
                format,
                offset,
                $"a payload of {inputBytes} bytes would take more than {(BytesPerInputByte * inputBytes) + AllowanceBytes} bytes of memory");
        }
    }

    public void ChargeText(int bytes, long offset) => Charge(NodeBytes + (2L * bytes), offset);
}
