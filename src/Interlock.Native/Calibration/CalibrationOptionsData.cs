using System.Runtime.InteropServices;
using Interlock.Core.Contract;
using Interlock.Guard.Calibration;

namespace Interlock.Native.Calibration;

/// <summary><c>il_calibration_options</c>: what is asked of a calibration.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct CalibrationOptionsData
{
    private const int ModeNotStated = -1;

    public uint Size;
    public int Mode;
    public double RateHz;
    public double Alpha;
    public double VelocityPercentile;
    public ulong Seed;

    public readonly CalibrationOptions ToOptions() => new()
    {
        RateHz = RateHz == 0 ? null : RateHz,
        Alpha = Alpha,
        VelocityPercentile = VelocityPercentile,
        Seed = Seed,
        Mode = Mode == ModeNotStated ? GuardMode.Clip
            : Enum.IsDefined((GuardMode)Mode) ? (GuardMode)Mode
            : throw new ArgumentException($"options: there is no mode {Mode}"),
    };

    public static unsafe CalibrationOptions Of(CalibrationOptionsData* options) =>
        options == null ? new CalibrationOptions()
        : options->Size == sizeof(CalibrationOptionsData) ? options->ToOptions()
        : throw new ArgumentException($"options: size is {options->Size}, not {sizeof(CalibrationOptionsData)}");
}
