using Interlock.Core.Diagnostics;
using Interlock.Datasets.Hub;

namespace Interlock.Datasets.Tests.Hub;

public sealed class HubSettingsTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Without_variables_the_cache_is_where_the_hugging_face_tools_have_it()
    {
        HubSettings settings = Read();

        Assert.Equal(_home.PathOf(".cache/huggingface/hub"), settings.CacheFolder);
        Assert.Equal("https", settings.Endpoint.Scheme);
        Assert.Null(settings.Token);
        Assert.False(settings.IsOffline);
    }

    [Fact]
    public void Variables_move_everything()
    {
        HubSettings settings = Read(
            ("HF_HOME", "/hf"), ("HF_ENDPOINT", "http://localhost:1/"), ("HF_TOKEN", " t\n"), ("HF_HUB_OFFLINE", "true"));

        Assert.Equal(Path.Combine("/hf", "hub"), settings.CacheFolder);
        Assert.Equal(new Uri("http://localhost:1"), settings.Endpoint);
        Assert.Equal(("t", true), (settings.Token, settings.IsOffline));
        Assert.Equal("/cache", Read(("HF_HOME", "/hf"), ("HF_HUB_CACHE", "/cache")).CacheFolder);
        Assert.False(Read(("HF_HUB_OFFLINE", "0")).IsOffline);
    }

    [Fact]
    public void The_token_file_is_read_when_no_variable_is_set()
    {
        _home.Write(".cache/huggingface/token", "hf_file\n");

        Assert.Equal("hf_file", Read().Token);
        Assert.Equal("hf_variable", Read(("HF_TOKEN", "hf_variable")).Token);
    }

    [Fact]
    public void An_endpoint_that_is_no_address_is_refused() =>
        Assert.Equal("DS180", Assert.Throws<DiagnosticException>(() => Read(("HF_ENDPOINT", "ftp://x"))).Diagnostics[0].Code);

    private HubSettings Read(params (string Name, string Value)[] variables) =>
        HubSettings.FromEnvironment(name => variables.FirstOrDefault(variable => variable.Name == name).Value, _home.Root);
}
