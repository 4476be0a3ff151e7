using System.Runtime.InteropServices;
using Interlock.Guard;

namespace Interlock.Native.Border;

/// <summary><c>il_input</c>: what is known at a step besides the action. A number counts only when its flag is set.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StepInputData
{
    public uint Size;
    public InputFlags Flags;
    public double* Measured;
    public nuint MeasuredCount;
    public double AgeMs;
    public double LatencyMs;
    public double ForceN;
    public double TorqueNm;
    public long TimestampNs;

    public static bool IsReadable(StepInputData* input) =>
        input == null || (input->Size == sizeof(StepInputData) && (input->Measured != null || input->MeasuredCount == 0)
            && input->MeasuredCount <= int.MaxValue);

    public static StepInput Of(StepInputData* input) => input == null ? default : input->ToInput();

    /// <summary>The input of the later rows of a chunk: measured once, at its start.</summary>
    public static StepInput OfLaterRow(StepInputData* input) => input == null ? default : new StepInput
    {
        AgeMs = input->Known(InputFlags.Age, input->AgeMs),
        ForceN = input->Known(InputFlags.Force, input->ForceN),
        TorqueNm = input->Known(InputFlags.Torque, input->TorqueNm),
        IsNotOfPolicy = (input->Flags & InputFlags.NotOfPolicy) != 0,
    };

    private readonly StepInput ToInput() => new()
    {
        Measured = new ReadOnlySpan<double>(Measured, (int)MeasuredCount),
        AgeMs = Known(InputFlags.Age, AgeMs),
        LatencyMs = Known(InputFlags.Latency, LatencyMs),
        ForceN = Known(InputFlags.Force, ForceN),
        TorqueNm = Known(InputFlags.Torque, TorqueNm),
        IsNotOfPolicy = (Flags & InputFlags.NotOfPolicy) != 0,
        TimestampNs = (Flags & InputFlags.Timestamp) != 0 ? TimestampNs : null,
    };

    private readonly double? Known(InputFlags flag, double value) => (Flags & flag) != 0 ? value : null;
}
