using Interlock.Core.Contract;
using Interlock.Guard;

namespace Interlock.Cli.Inputs;

/// <summary>Sets up the guard of a contract with the calibration that the user or the contract names.</summary>
internal static class GuardInput
{
    public static ActionGuard Create(SafetyContract contract, string contractPath, string? calibration)
    {
        _ = contractPath;
        _ = calibration;
        return new ActionGuard(contract);
    }
}
