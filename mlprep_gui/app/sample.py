AUDIO = "sample_answer.wav"
