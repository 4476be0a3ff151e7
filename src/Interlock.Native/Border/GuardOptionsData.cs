using System.Runtime.InteropServices;
using Interlock.Core.Contract;
using Interlock.Guard;
using Interlock.Guard.Calibration;

namespace Interlock.Native.Border;

/// <summary><c>il_options</c>: how a guard is set up beyond its contract.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GuardOptionsData
{
    /// <summary>Takes the contract's own mode.</summary>
    private const int ModeOfContract = -1;

    private const int MostInterventions = 1 << 20;

    public uint Size;
    public int Mode;
    public int InterventionCapacity;
    public int AllowReturnFromOutside;
    public int WithoutMonitors;
    public int Reserved;

    public readonly SafetyContract Apply(SafetyContract contract)
    {
        if (Mode == ModeOfContract)
        {
            return contract;
        }

        GuardMode mode = (GuardMode)Mode;
        return Enum.IsDefined(mode) ? contract with { Mode = mode } : throw new ArgumentException($"options: there is no mode {Mode}");
    }

    public readonly ActionGuardOptions ToOptions(GuardCalibration? calibration) =>
        InterventionCapacity is < 0 or > MostInterventions
            ? throw new ArgumentException($"options: intervention_capacity is 0 to {MostInterventions}")
            : new ActionGuardOptions
            {
                InterventionCapacity = InterventionCapacity == 0 ? ActionGuardOptions.DefaultInterventionCapacity : InterventionCapacity,
                AllowReturnFromOutside = AllowReturnFromOutside != 0,
                WithoutMonitors = WithoutMonitors != 0,
                Calibration = calibration,
            };

    public static unsafe GuardOptionsData Of(GuardOptionsData* options) =>
        options == null ? new() { Mode = ModeOfContract }
        : options->Size == sizeof(GuardOptionsData) ? *options
        : throw new ArgumentException($"options: size is {options->Size}, not {sizeof(GuardOptionsData)}");
}
