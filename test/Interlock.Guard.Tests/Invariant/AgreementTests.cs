using Interlock.Core.Contract;
using Interlock.Core.Randomness;

namespace Interlock.Guard.Tests.Invariant;

/// <summary>Ways of running a guard that must not change what it decides.</summary>
public sealed class AgreementTests
{
    private const int Contracts = 8_000;
    private const int Steps = 24;

    [Fact]
    public void The_quick_way_decides_the_same_as_a_look_at_every_limit()
    {
        for (ulong index = 0; index < Contracts; index++)
        {
            SeededRandom random = new(0xFA57_0000 + index);
            SafetyContract contract = WithoutChunks(RandomContract.Next(random));
            ActionGuardOptions options = new() { WithoutMonitors = true, AllowReturnFromOutside = random.NextInt(2) == 0, InterventionCapacity = 16 };
            new GuardPair(contract, random, new(contract, options), new(contract, options with { ChannelByChannel = true })).Run(index, Steps);
        }
    }

    [Fact]
    public void Monitor_mode_reports_what_clip_mode_does_on_any_contract()
    {
        for (ulong index = 0; index < Contracts; index++)
        {
            SeededRandom random = new(0x5AD0_0000 + index);
            SafetyContract contract = WithoutChunks(RandomContract.Next(random)) with { Mode = GuardMode.Clip };
            ActionGuardOptions options = new() { WithoutMonitors = true, InterventionCapacity = 16 };
            ActionGuard shadow = new(contract with { Mode = GuardMode.Monitor }, options);
            new GuardPair(contract, random, new(contract, options), shadow) { CompareSent = false }.Run(index, Steps);
        }
    }

    private static SafetyContract WithoutChunks(SafetyContract contract) => contract with
    {
        Reference = contract.Reference == ActionReference.RelativeChunk ? ActionReference.Absolute : contract.Reference,
    };
}
