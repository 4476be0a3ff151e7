using Interlock.Core.Contract;
using Interlock.Core.Text;
using Interlock.Dashboard.Reports.Facts;

namespace Interlock.Dashboard.Reports.Building;

/// <summary>What a contract limits.</summary>
internal static class ContractReading
{
    public static ContractFacts Of(SafetyContract contract) => new(
        contract.Name,
        EnumWord.Of(contract.Mode),
        contract.Channels.Count,
        contract.Channels.Count(channel => channel.Continuous || (channel.Min is not null && channel.Max is not null)),
        contract.Channels.Count(channel => channel.MaxStep is not null || channel.MaxVelocity is not null),
        contract.Channels.Count(channel => channel.MaxAcceleration is not null),
        contract.Force?.MaxForceN,
        contract.Force?.MaxTorqueNm,
        contract.Watchdog?.MaxAgeMs,
        contract.Monitors?.Calibration);
}
