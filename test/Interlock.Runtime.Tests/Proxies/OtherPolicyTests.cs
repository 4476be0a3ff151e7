using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Specification;
using Interlock.Policies.Remote.Mapping;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Tests.Remote;
using Interlock.Policies.Tests.Remote.StandIns;
using Interlock.Policies.Wire;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.OpenPi;

namespace Interlock.Runtime.Tests.Proxies;

public sealed class OtherPolicyTests
{
    private static readonly ExecutableSpec Arm = new()
    {
        Name = "arm",
        Action = new ActionSpec
        {
            Channels = [.. Enumerable.Range(0, 7).Select(i => new ActionChannel { Name = $"j{i}", Unit = Core.Units.ChannelUnit.Radian })],
            Horizon = 10,
        },
        Unnormaliser = new Normaliser { Key = "arm_left", Scheme = NormalisationScheme.Identity },
    };

    [Theory]
    [InlineData("asset_id", "arm_right", true)]
    [InlineData("asset_id", "arm_left", false)]
    [InlineData("motto", "arm_right", false)]
    public void A_server_that_names_other_statistics_is_refused(string name, string value, bool isRefused) =>
        AssertChecked(name, new WireValue.Text(value), isRefused);

    [Theory]
    [InlineData("action_dim", 7, false)]
    [InlineData("action_dim", 8, true)]
    [InlineData("action_horizon", 16, true)]
    [InlineData("control_hz", 50, false)]
    public void So_is_one_with_another_shape_where_the_specification_states_one(string name, int value, bool isRefused) =>
        AssertChecked(name, new WireValue.Integer(value), isRefused);

    [NodeFact]
    public async Task The_key_of_a_request_is_the_one_of_the_specification_or_nothing_reaches_the_server()
    {
        using StandIn server = await StandIn.StartAsync("openvla.mjs");
        using ProxyRig rig = new(server.Port, ProxyProtocol.Openvla, options => options with { Spec = Arm });
        using OpenVlaPolicy right = Client(rig.Port, "arm_left");
        Asking.AssertArmMoves(await Asking.AskAsync(right));
        using OpenVlaPolicy wrong = Client(rig.Port, "arm_right");
        await Asking.RefusedAsync(Asking.AskAsync(wrong));
        Assert.Contains(rig.Events, happened => happened.Code == "RT235" && happened.Message.Contains("arm_right", StringComparison.Ordinal));
        Assert.Equal(1, rig.Counts.Requests);
    }

    private static OpenVlaPolicy Client(int port, string key) => new(
        new OpenVlaOptions
        {
            Address = $"http://127.0.0.1:{port}/act",
            ActionDimension = 7,
            MaxRows = 64,
            Observation = new([new ObservationField.StateArray("state"), new ObservationField.Prompt("instruction")]),
            Retry = Asking.Once,
            UnnormKey = key,
        },
        TimeProvider.System);

    private static void AssertChecked(string name, WireValue value, bool isRefused)
    {
        WireValue greeting = new WireValue.Map(new Dictionary<string, WireValue> { [name] = value });
        GreetingCheck.Check(greeting, null);
        Exception? refused = Record.Exception(() => GreetingCheck.Check(greeting, Arm));
        Assert.Equal(isRefused ? "RT235" : null, (refused as DiagnosticException)?.Diagnostics[0].Code);
    }
}
