namespace Interlock.Cli.Tests.Verbs.Proxy;

public sealed class ProxyVerbTests
{
    private const string Contract = """
        interlock: contract/1
        name: two
        rate_hz: 30
        action: { space: joint_position, reference: absolute }
        channels:
          - { name: a, role: joint, unit: rad, min: -1, max: 1, max_step: 0.1 }
          - { name: b, role: joint, unit: rad, min: -1, max: 1, max_step: 0.1 }
        """;

    [Theory]
    [InlineData("grpc", "127.0.0.1:0", "ws://127.0.0.1:1/")]
    [InlineData("openpi", "nowhere", "ws://127.0.0.1:1/")]
    public async Task Words_that_mean_nothing_are_wrong_usage(string protocol, string listen, string upstream) =>
        Assert.Equal(ExitCode.Usage, (await RunAsync(protocol, listen, upstream)).ExitCode);

    [Theory]
    [InlineData("openpi", "0.0.0.0:0", "ws://127.0.0.1:1/", "RT200")]
    [InlineData("openpi", "127.0.0.1:0", "http://127.0.0.1:1/", "RT200")]
    [InlineData("openvla", "127.0.0.1:0", "ws://127.0.0.1:1/", "RT200")]
    public async Task Addresses_that_cannot_be_are_refused_with_their_code(string protocol, string listen, string upstream, string code)
    {
        Invocation run = await RunAsync(protocol, listen, upstream);
        Assert.NotEqual(ExitCode.Ok, run.ExitCode);
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Positions_of_the_state_are_counted_against_the_contract()
    {
        Invocation run = await RunAsync("openpi", "127.0.0.1:0", "ws://127.0.0.1:1/", "--state", "state", "--state-channels", "0,1,2");
        Assert.Contains("RT215", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tls-cert", "RT237")]
    [InlineData("--upstream-ca", "RT239")]
    public async Task Certificates_that_are_not_there_are_refused_with_their_code(string word, string code)
    {
        Invocation run = await RunAsync("openpi", "127.0.0.1:0", "ws://127.0.0.1:1/", word, "nowhere.pem");
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_its_certificate_is_wrong_usage() =>
        Assert.Equal(ExitCode.Usage, (await RunAsync("openpi", "127.0.0.1:0", "ws://127.0.0.1:1/", "--tls-key", "a.key")).ExitCode);

    private static async Task<Invocation> RunAsync(string protocol, string listen, string upstream, params string[] more)
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("two.contract.yaml");
        await File.WriteAllTextAsync(path, Contract);
        return await Invocation.RunAsync(["proxy", "--protocol", protocol, "--listen", listen, "--upstream", upstream, "--contract", path, .. more]);
    }
}
