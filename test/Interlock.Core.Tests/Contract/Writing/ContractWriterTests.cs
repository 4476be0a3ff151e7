using FsCheck;
using FsCheck.Fluent;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;

namespace Interlock.Core.Tests.Contract.Writing;

public sealed class ContractWriterTests
{
    private const int Population = 2_000;

    [Fact]
    public void Reading_what_was_written_gives_the_same_contract()
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Population).WithReplay(20261121, 1);
        Check.One(config, Prop.ForAll(ArbMap.Default.ArbFor<uint>(), (Func<uint, bool>)RoundTrips));
    }

    [Fact]
    public void The_example_of_the_design_survives_a_round_trip()
    {
        SafetyContract contract = ExampleContract.Read();
        string text = ContractWriter.Write(contract);
        Assert.Equal(contract, ContractFile.Parse(text, "x", new DiagnosticCollector()));
        Assert.Contains("\n  - { name: shoulder_pan.pos, role: joint, unit: deg, min: -110, max: 110, max_step: 4 }\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_line_points_editors_to_the_schema() =>
        Assert.StartsWith("# yaml-language-server: $schema=./contract-v1.json\n", ContractWriter.Write(ExampleContract.Read()), StringComparison.Ordinal);

    [Fact]
    public void An_absent_limit_is_not_written()
    {
        SafetyContract contract = new() { Name = "bare", Channels = [new ChannelContract { Name = "a" }] };
        Assert.DoesNotContain("min", ContractWriter.Write(contract), StringComparison.Ordinal);
        Assert.DoesNotContain("rate_hz", ContractWriter.Write(contract), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_become_comments_and_cannot_break_out_of_them()
    {
        SafetyContract contract = ExampleContract.Read();
        ContractNotes notes = new()
        {
            Header = ["seen in\nmode: stop"],
            Channels = new Dictionary<string, string> { ["gripper.pos"] = "observed\r\nmode: stop\u2028mode: stop" },
        };
        string text = ContractWriter.Write(contract, notes);
        Assert.Contains("# observed  mode: stop mode: stop", text, StringComparison.Ordinal);
        Assert.Equal(contract, ContractFile.Parse(text, "x", new DiagnosticCollector()));
    }

    private static bool RoundTrips(uint seed)
    {
        SafetyContract contract = RandomContract.Of(seed);
        DiagnosticCollector collector = new();
        SafetyContract? read = ContractFile.Parse(ContractWriter.Write(contract), "random", collector);
        Assert.True(read is not null, $"seed {seed}: {string.Join("; ", collector.Items)}");
        return contract.Equals(read) && contract.GetHashCode() == read.GetHashCode();
    }
}
