using Interlock.Core.Text;

namespace Interlock.Core.Tests.Text;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("token", "token", true)]
    [InlineData("", "", true)]
    [InlineData("schlüssel", "schlüssel", true)]
    [InlineData("tokem", "token", false)]
    [InlineData("Token", "token", false)]
    [InlineData("toke", "token", false)]
    [InlineData("tokens", "token", false)]
    [InlineData("token\0", "token", false)]
    [InlineData("", "token", false)]
    [InlineData("token", "", false)]
    [InlineData(null, "token", false)]
    [InlineData("token", null, false)]
    [InlineData(null, null, false)]
    public void Only_the_whole_secret_is_the_secret(string? shown, string? secret, bool same) => Assert.Equal(same, SecretText.AreSame(shown, secret));

    [Fact]
    public void Every_byte_counts()
    {
        byte[] secret = [.. Enumerable.Range(0, 64).Select(value => (byte)(value * 37))];
        for (int i = 0; i < secret.Length; i++)
        {
            byte[] other = [.. secret];
            other[i] ^= 0x80;
            Assert.False(SecretText.AreSame(other, secret));
            Assert.False(SecretText.AreSame(secret.AsSpan(0, i), secret));
        }

        Assert.True(SecretText.AreSame(secret, secret));
    }
}
