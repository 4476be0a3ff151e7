using System.Text;
using Interlock.Policies.Remote.OpenVla;
using Interlock.Policies.Wire;

namespace Interlock.Policies.Tests.Remote.OpenVla;

public sealed class PythonJsonTests
{
    // Right sides were written by Python's json.dumps.
    [Theory]
    [InlineData("""{"a":[1,2.5],"b":{"c":null}}""", """{"a": [1, 2.5], "b": {"c": null}}""")]
    [InlineData("""{"a,b:c":"d,\"e\":f\\"}""", """{"a,b:c": "d,\"e\":f\\"}""")]
    [InlineData("""["fold é","手","🤖"]""", """["fold \u00e9", "\u624b", "\ud83e\udd16"]""")]
    public void Json_is_spelt_as_python_spells_it(string compact, string expected)
    {
        WireBuffer buffer = new();
        PythonJson.Respell(Encoding.UTF8.GetBytes(compact), buffer);
        Assert.Equal(expected, Encoding.UTF8.GetString(buffer.Written.Span));
    }
}
