"""Data sets and benchmarks that go by their name alone: a page of names.

*Why a list:* "accuracy on GSM8K and COCO" says nowhere that these are data sets.
Names that are also words, persons or methods stay out, so that none is claimed
that is not there; they are found where the text calls them a data set.
"""

_NAMES = """
ImageNet Imagenet ImageNet-1K ImageNet-21K ImageNet-22K ImageNet-A ImageNet-C ImageNet-R
ImageNet-V2 ImageNet-LT ImageNet-100 ImageNet100 ImageNet-256 ImageNet-512 TinyImageNet
Tiny-ImageNet miniImageNet mini-ImageNet tieredImageNet ILSVRC ILSVRC-12 ILSVRC2012 ILSVRC-2012
CIFAR CIFAR-10 CIFAR10 CIFAR-100 CIFAR100 CIFAR-10-C CIFAR-100-C MNIST Fashion-MNIST FashionMNIST
EMNIST KMNIST SVHN STL-10 Omniglot CUB-200 CUB-200-2011 CUB200 iNaturalist iNat2018 Places365
Places-365 SUN397 Caltech-101 Caltech101 Caltech-256 Oxford-IIIT DTD EuroSAT PACS Office-31
Office-Home OfficeHome VisDA VisDA-2017 DomainNet TerraIncognita CelebA CelebA-HQ CelebAMask-HQ
FFHQ AFHQ LSUN LFW MegaFace VGGFace2 CASIA-WebFace IJB-B IJB-C AffectNet RAF-DB FER2013 WFLW COCO
MS-COCO MSCOCO COCO-Stuff COCO2017 COCO-20i LVIS PASCAL-5i VOC2007 VOC2012 ADE20K Cityscapes
Mapillary BDD100K KITTI KITTI-360 SemanticKITTI nuScenes nuPlan NAVSIM Waymo Argoverse WOD-E2E
Bench2Drive CARLA-Leaderboard ScanNet ScanNet++ ScanNet200 ScanObjectNN ShapeNet ShapeNetPart
ModelNet ModelNet10 ModelNet40 ModelNet40-C S3DIS Matterport3D SUN-RGBD NYUv2 NYU-v2 NYUDv2 DTU
BlendedMVS RealEstate10K MipNeRF360 Mip-NeRF360 LLFF Objaverse Objaverse-XL OmniObject3D CO3D
MegaDepth HPatches ETH3D TUM-RGBD EuRoC Replica-V2 YCB-Video YCB-V LINEMOD T-LESS Human3.6M
Human36M 3DPW MPI-INF-3DHP MPII CrowdPose HumanML3D KIT-ML AMASS BABEL-TEACH AIST++ HumanAct12
UCF101 UCF-101 HMDB51 HMDB-51 Kinetics Kinetics-400 Kinetics-600 Kinetics-700 ActivityNet
ActivityNet-QA Charades Charades-STA AVA-Kinetics THUMOS14 THUMOS'14 Something-Something SSv2
EPIC-KITCHENS EPIC-Kitchens Ego4D EgoSchema Ego-Exo4D MSR-VTT MSRVTT MSVD LSMDC DiDeMo VATEX
YouCook2 HowTo100M WebVid WebVid-10M Panda-70M Video-MME VideoMME MVBench LongVideoBench MLVU
LVBench NExT-QA TVQA TempCompass VBench EvalCrafter DAVIS DAVIS2017 YouTube-VOS LaSOT GOT-10k
TrackingNet MOT17 MOT20 DanceTrack OTB100 VOT2020 Market-1501 Market1501 DukeMTMC-reID MSMT17
CUHK03 ShanghaiTech Vimeo90K Vimeo-90K GoPro REDS DIV2K Set14 BSD68 BSD100 Urban100 Manga109 VQAv2
VQA-v2 GQA OK-VQA A-OKVQA TextVQA DocVQA ChartQA InfoVQA AI2D ScienceQA VizWiz POPE MME MMBench
MMMU MMMU-Pro MMStar MMVet MM-Vet MathVista MathVerse MathVision MATH-Vision SEED-Bench OCRBench
RealWorldQA HallusionBench LLaVA-Bench RefCOCO RefCOCO+ RefCOCOg Flickr30K Flickr30k Flickr8k
NoCaps CC3M CC12M LAION LAION-400M LAION-5B YFCC100M SA-1B SA-V DataComp ScreenSpot ScreenSpot-Pro
ScreenSpot-v2 GenEval DPG-Bench T2I-CompBench HPSv2 PartiPrompts DrawBench ImgEdit GEdit-Bench
WISE-Bench MS-MARCO MSMARCO TREC BEIR MTEB Natural-Questions NaturalQuestions TriviaQA HotpotQA
2WikiMultihopQA 2WikiMultiHopQA MuSiQue StrategyQA PopQA Bamboogle WebQuestions WebQSP CWQ
SimpleQA HoVer ELI5 Qasper NarrativeQA SQuAD SQuAD2.0 XQuAD MLQA TyDiQA TyDiQA-GoldP CoQA QuAC
BoolQ PIQA SIQA HellaSwag WinoGrande Winogrande OpenBookQA CommonsenseQA ARC-C ARC-Challenge ARC-E
ARC-Easy ARC-AGI ARC-AGI-2 ARC-AGI-3 GLUE SuperGLUE MNLI SNLI ANLI XNLI QQP MRPC SST-2 SST2 CoLA
STS-B RTE-3 STS17 STS22 CoNLL-2003 CoNLL-2012 CoNLL03 OntoNotes TACRED DocRED ACE2005 SemEval
WikiText WikiText-2 WikiText-103 WikiText2 WikiText103 PTB LAMBADA enwik8 Text8 C4 RedPajama
SlimPajama RefinedWeb FineWeb FineWeb-Edu DCLM Dolma OpenWebText BookCorpus BooksCorpus
Nemotron-CC StarCoderData MMLU MMLU-Pro MMLU-Redux CMMLU C-Eval AGIEval BBH BIG-Bench BigBench
BIG-Bench-Hard GPQA GPQA-Diamond TruthfulQA IFEval AlpacaEval AlpacaEval-2 MT-Bench Arena-Hard
WildBench LiveBench SuperGPQA GSM8K GSM8k GSM-8K GSM-Plus MGSM SVAMP ASDiv AQuA MATH-500 MATH500
AIME AIME24 AIME25 AIME-24 AIME-25 AIME2024 AIME2025 AMC23 OlympiadBench Omni-MATH Minerva-Math
HMMT miniF2F MiniF2F ProofNet PutnamBench HumanEval HumanEval+ HumanEvalPlus MBPP MBPP+ APPS
CodeContests LiveCodeBench BigCodeBench EvalPlus CRUXEval MultiPL-E RepoBench SWE-bench SWE-Bench
SWE-bench-Verified SWE-Gym Terminal-Bench TerminalBench DS-1000 BIRD-SQL Codeforces LongBench
LongBench-v2 InfiniteBench ∞Bench ∞-Bench RULER BABILong LongEval L-Eval LV-Eval LongMemEval
LoCoMo ZeroSCROLLS SCROLLS PG19 PG-19 WebArena VisualWebArena WebShop Mind2Web ALFWorld
ScienceWorld GAIA BrowseComp BrowseComp-ZH BrowseComp-Plus HLE OSWorld AndroidWorld AndroidControl
AITW AgentBench ToolBench BFCL BFCLv3 τ-bench τ2-bench τ-Bench τ2-Bench MLE-bench PaperBench
RE-Bench xBench-DeepSearch HarmBench AdvBench JailbreakBench XSTest BBQ CrowS-Pairs StereoSet
WinoBias HealthBench MedQA MedMCQA PubMedQA MIMIC-III MIMIC-IV MIMIC-CXR CheXpert ChestX-ray14
BraTS ISIC2018 Kvasir-SEG CVC-ClinicDB LIDC-IDRI ACDC-Challenge Camelyon16 PhysioNet CNN/DM
CNN/DailyMail XSum SAMSum arXiv-Summ Gigaword WMT14 WMT16 WMT17 WMT19 WMT20 WMT21 WMT22 IWSLT14
IWSLT Europarl OPUS-100 Flores Flores+ FLORES-101 FLORES-200 FLEURS MultiWOZ DailyDialog
PersonaChat LibriSpeech Libri-Light LibriTTS LJSpeech VCTK VoxCeleb VoxCeleb1 VoxCeleb2
CommonVoice GigaSpeech AISHELL-1 WSJ0-2mix WHAM! AudioSet AudioCaps ESC-50 FSD50K MusicCaps
MUSDB18 IEMOCAP CREMA-D MELD MOSI MOSEI CMU-MOSI CMU-MOSEI MuJoCo-Gym D4RL Atari-100k ProcGen
Procgen MetaWorld Meta-World RLBench CALVIN LIBERO LIBERO-PRO SimplerEnv RoboTwin RoboCasa
BridgeData BridgeDataV2 DROID-100 OXE Habitat-Matterport3D HM3D R2R RxR ReverieNav ReClor LogiQA
LogiQA2.0 FOLIO ProofWriter CLUTRR bAbI Cora Citeseer CiteSeer PubMed-Graph ogbn-arxiv
ogbn-products OGB OGB-LSC ZINC QM9 MD17 MoleculeNet OC20 PCQM4Mv2 PDBbind CASP14 FB15k FB15k-237
WN18RR MovieLens MovieLens-1M MovieLens-20M Yelp2018 Gowalla Criteo Avazu ETTh1 ETTm1
M4-Competition Kodak WebQA SEED-Bench-2 LMSYS-Chat-1M ShareGPT UltraChat UltraFeedback HH-RLHF
RewardBench RewardBench2 Alpaca-52k Dolly-15k OpenOrca MTOB NoCha WordNet
"""

PHRASES = (
    "Fashion MNIST", "Tiny ImageNet", "Open X-Embodiment", "Humanity's Last Exam", "Human Eval",
    "Natural Questions", "UCF Sports", "PASCAL VOC", "Pascal VOC", "PASCAL Context", "MS COCO",
    "Visual Genome", "Conceptual Captions", "Penn Treebank", "Long Range Arena", "Common Crawl",
    "Something-Something V2", "AIME 2024", "AIME 2025", "AIME 24", "AIME 25", "MIT-BIH",
    "Stanford Cars", "Oxford Flowers", "FGVC Aircraft", "Food-101", "Waymo Open", "Common Voice",
    "The Pile", "The Stack", "BIG-Bench Hard", "SWE-bench Verified", "SWE-Bench Verified",
    "Needle-in-a-Haystack", "Needle In A Haystack", "Chatbot Arena", "Arena Hard",
    "Tanks and Temples", "Places 365", "Human Connectome Project", "UK Biobank",
    "CNN/Daily Mail",
)  # fmt: skip

_COMMON = """
A An The This That These Those Our We In On For From With By To And Or As At It Its Using Across
Both Existing Extensive Experiments Experimental Results Evaluation Evaluations Evaluating
Benchmark Benchmarks Benchmarking Dataset Datasets Data Code Codes Many Most Several Two Three
Four Five Six Various Multiple All New Novel Standard Public Popular Large Large-scale Large-Scale
Real-world Real-World Synthetic Current Recent First Second Third Finally Moreover Furthermore
However Additionally Specifically Here When While Through LLM LLMs VLM VLMs MLLM MLLMs LMM LMMs
LVLM LVLMs VLA VLAs LM LMs RL SFT RLHF RLVR GRPO AI NLP CV ML DL QA VQA MRC NLI NER RE IE MT ASR
TTS OCR SOTA GPT GPT-4 GPT-4o CLIP RGB RGB-D LiDAR LIDAR SLAM VIO GUI API APIs UAV UAVs CPU GPU
GPUs FPGA 3D 2D 4D 6D HD UHD T2I T2V I2V CNN CNNs RNN GAN GANs GNN GNNs DNN DNNs SNN ViT KG KGs
English Chinese German French Arabic Japanese Korean Spanish Hindi Indic European African Russian
Vietnamese Turkish Wikipedia Python Java JavaScript SQL LaTeX PDF HTML JSON XML Internet Web
Twitter Reddit GitHub Kaggle STEM RAG ICL CL CoT CIL DR PTQ QAT MoE RSCD SR IQA HDR NVS OOD ID EEG
ECG MRI CT Multi Cross Image Video Text Audio Speech Visual Vision Language Question Answering
Object Detection Action Recognition Semantic COVID-19 Covid-19 Segmentation Reasoning Math
Mathematical Medical Clinical Scientific Open Open-source Open-Source Open-ended Long-context Long
Few-shot Zero-shot Downstream Instruction Domain-specific Multilingual Multimodal Multi-modal
Low-resource High-quality Human Embodied Robotic Robot Autonomous Driving Test Train Training
Validation Unified
"""
_TASKS = """
VQA KBQA VideoQA DocQA MCQA ODQA TextQA OpenQA KGQA TableQA AudioQA MMQA SceneQA MHQA CQA DQA
"""

NAMES = frozenset(_NAMES.split())

COMMON = frozenset(_COMMON.split())
"""Words with capitals that stand beside names, and abbreviations of what is no data set."""

TASKS = frozenset(_TASKS.split())
"""Kinds of question answering, which look like data sets of it."""
